package io.xunshi.platform.marketday.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.marketday.domain.StallSale;
import io.xunshi.platform.marketday.usecase.FindDays;
import io.xunshi.platform.marketday.usecase.ReadDayReports;
import io.xunshi.platform.marketday.usecase.RecordSale;
import io.xunshi.platform.marketday.usecase.RecordSale.NewGoods;
import io.xunshi.platform.marketday.usecase.RecordSale.NewSale;
import io.xunshi.platform.marketday.usecase.TakeStall;
import io.xunshi.platform.payment.StallMoney.Means;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Somebody's own stalls, and what they sell there. A sale has the id that the phone gave it and may be sent again. */
@RestController
@RequestMapping("/api/v1/my/market-stalls")
class MyStallController {
    private final FindDays findDays;
    private final TakeStall takeStall;
    private final RecordSale recordSale;
    private final ReadDayReports readReports;

    MyStallController(FindDays findDays, TakeStall takeStall, RecordSale recordSale, ReadDayReports readReports) {
        this.findDays = findDays;
        this.takeStall = takeStall;
        this.recordSale = recordSale;
        this.readReports = readReports;
    }

    /** The newest application first. */
    @GetMapping
    @Access(Caller.RESIDENT)
    Mono<List<StallResponse>> mine(@AuthenticationPrincipal SignedIn who) {
        return findDays.stallsOf(who.id())
                .map(held -> held.stream().map(StallResponse::of).toList());
    }

    @GetMapping("/{id}")
    @Access(Caller.RESIDENT)
    Mono<StallResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findDays.stallOf(who.id(), id).map(StallResponse::of);
    }

    /** Whoever waits longest gets the stall. */
    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.RESIDENT)
    Mono<Void> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return takeStall.withdraw(who.id(), id);
    }

    /** The newest first, cancelled ones too. */
    @GetMapping("/{id}/sales")
    @Access(Caller.RESIDENT)
    Mono<List<StallSaleResponse>> sales(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return recordSale.of(who.id(), id).map(StallSaleResponse::of).collectList();
    }

    /** @param saleId a new one of the phone's; sent again, it is the same sale */
    @PutMapping("/{id}/sales/{saleId}")
    @Access(Caller.RESIDENT)
    Mono<StallSaleResponse> sell(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID saleId,
            @Valid @RequestBody StallSaleRequest request) {
        return Mono.fromCallable(() -> request.sale(saleId))
                .flatMap(sale -> recordSale.record(who.id(), id, sale))
                .map(StallSaleResponse::of);
    }

    /** It was recorded wrongly; until the books of the day close. */
    @PostMapping("/{id}/sales/{saleId}/cancellation")
    @Access(Caller.RESIDENT)
    Mono<StallSaleResponse> cancel(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID saleId) {
        return recordSale.cancel(who.id(), id, saleId).map(StallSaleResponse::of);
    }

    /** What was sold at it. */
    @GetMapping("/{id}/report")
    @Access(Caller.RESIDENT)
    Mono<TakingsResponse> report(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return readReports.ofStall(who.id(), id).map(TakingsResponse::of);
    }

    @GetMapping("/{id}/report.csv")
    @Access(Caller.RESIDENT)
    Mono<ResponseEntity<String>> csv(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return readReports
                .ofStall(who.id(), id)
                .map(report -> TakingsResponse.csv(report).attached("market-stall.csv"));
    }

    /**
     * A listing, or a category and a condition.
     *
     * @param listingId one of the seller's own published listings; null for what was never listed
     * @param categoryCode a leaf; only without a listing
     * @param conditionCode only without a listing
     * @param word the seller's for it; only without a listing
     * @param price what was paid, whatever the listing says
     */
    record StallSaleRequest(
            @Nullable UUID listingId,
            @Nullable @Size(max = 40) String categoryCode,
            @Nullable @Size(max = 40) String conditionCode,

            @Nullable @Size(max = 30) @Pattern(regexp = PlainText.LINE)
            String word,

            @NotNull Money price,
            @NotNull Means means,
            @NotNull Instant soldAt) {

        NewSale sale(UUID id) {
            return new NewSale(id, goods(), price, means, soldAt);
        }

        private NewGoods goods() {
            if (listingId != null) {
                return new NewGoods.Listed(listingId);
            }
            if (categoryCode == null || conditionCode == null) {
                throw FieldFault.refuse(List.of(new FieldFault("categoryCode", "marketday.field.goods-needed")));
            }
            return new NewGoods.Unlisted(
                    categoryCode,
                    conditionCode,
                    Objects.requireNonNullElse(word, "").strip());
        }
    }

    /**
     * @param code what people read aloud, <code>V…</code>
     * @param listingId null for what was never listed
     * @param title the listing's or the seller's word; may be empty
     * @param cancelledAt null while it stands
     */
    record StallSaleResponse(
            UUID id,
            String code,
            @Nullable UUID listingId,
            String title,
            String categoryCode,
            String conditionCode,
            Money price,
            Means means,
            Instant soldAt,
            @Nullable Instant cancelledAt) {

        static StallSaleResponse of(StallSale sale) {
            var goods = sale.goods();
            return new StallSaleResponse(
                    sale.id(),
                    sale.code(),
                    goods.listingId(),
                    goods.title(),
                    goods.categoryCode(),
                    goods.conditionCode(),
                    sale.price(),
                    sale.means(),
                    sale.soldAt(),
                    sale.cancelledAt());
        }
    }
}
