package io.xunshi.platform.pricing.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.pricing.Assay;
import io.xunshi.platform.pricing.Assay.HardReject;
import io.xunshi.platform.pricing.Fixing;
import io.xunshi.platform.pricing.FormulaRequest;
import io.xunshi.platform.pricing.QuotationalPeriod.PricingCall;
import io.xunshi.platform.pricing.WeighTicket;
import io.xunshi.platform.pricing.usecase.PreviewPrice;
import io.xunshi.platform.pricing.usecase.PreviewPrice.Market;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What-if: computes and keeps nothing. */
@RestController
@RequestMapping("/api/v1/price-previews")
class PricePreviewController {
    private final PreviewPrice previewPrice;

    PricePreviewController(PreviewPrice previewPrice) {
        this.previewPrice = previewPrice;
    }

    /** The price of a tonne, or with a settlement the whole delivery. */
    @PostMapping
    @Access({Caller.ORGANISATION_MEMBER, Caller.RESIDENT})
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    @Limited("price-previews")
    Mono<PriceResponse> preview(@Valid @RequestBody PreviewRequest request) {
        var formula = request.formula().json();
        var settlement = request.settlement();
        return settlement == null
                ? previewPrice
                        .price(formula, request.market(), request.report())
                        .map(PriceResponse::of)
                : previewPrice
                        .settlement(
                                formula,
                                request.market(),
                                settlement::terms,
                                settlement.delivery(),
                                request.report(),
                                settlement.paid())
                        .map(settled -> PriceResponse.of(settled, settlement.tickets()));
    }

    /**
     * What is to be computed.
     *
     * @param assumed prices that stand in for those of their days
     * @param calls of prices whose days one side chooses
     * @param today until when prices are known; the present, where it is null
     * @param settlement null for the formula alone
     */
    record PreviewRequest(
            @NotNull @Valid FormulaRequest formula,
            @NotNull @Size(max = 100) List<@NotNull @Valid AssumedFixing> assumed,
            @NotNull @Size(max = 50) List<@NotNull @Valid CallRequest> calls,
            @Nullable LocalDate today,
            @NotNull @Size(max = 30) List<@NotNull @Valid AssayRequest> assays,
            @NotNull Set<@NotNull HardReject> rejects,
            @Nullable @Valid SettlementRequest settlement) {

        Market market() {
            return new Market(
                    assumed.stream().map(AssumedFixing::fixing).toList(),
                    calls.stream().map(CallRequest::call).toList(),
                    today == null ? null : Days.within("today", today));
        }

        /** Of an attribute that is there twice, the first counts. */
        Assay.Report report() {
            var readings = assays.stream()
                    .map(AssayRequest::assay)
                    .collect(Collectors.toMap(Assay::attribute, assay -> assay, (first, second) -> first));
            return new Assay.Report(List.copyOf(readings.values()), rejects);
        }
    }

    /** A price that somebody only assumes. */
    record AssumedFixing(
            @NotNull @Size(max = 16) String series,
            @NotNull LocalDate day,
            @Min(1) @Max(Fixing.MAX_FEN_PER_TONNE) long fenPerTonne) {
        Fixing fixing() {
            return new Fixing(series, Days.within("assumed", day), 0, fenPerTonne);
        }
    }

    /** A part of the quantity whose price was called on a day. */
    record CallRequest(
            @NotNull LocalDate day,
            @Min(1) @Max(WeighTicket.MAX_GRAMS) long grams) {
        PricingCall call() {
            return new PricingCall(Days.within("calls", day), grams);
        }
    }

    /** Readings in hundredths of the attribute's unit; null for who has not read. */
    record AssayRequest(
            @NotNull @Pattern(regexp = SettlementRequest.BasisRequest.ATTRIBUTE)
            String attribute,

            @Min(0) @Max(MAX_HUNDREDTHS) long splittingLimit,
            @Nullable @Min(0) @Max(MAX_HUNDREDTHS) Long seller,
            @Nullable @Min(0) @Max(MAX_HUNDREDTHS) Long buyer,
            @Nullable @Min(0) @Max(MAX_HUNDREDTHS) Long umpire) {
        private static final long MAX_HUNDREDTHS = 1_000_000_000;

        Assay assay() {
            return new Assay(attribute, splittingLimit, seller, buyer, umpire);
        }
    }
}
