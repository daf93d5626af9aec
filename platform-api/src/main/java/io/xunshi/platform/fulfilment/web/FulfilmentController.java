package io.xunshi.platform.fulfilment.web;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.usecase.AcceptDelivery;
import io.xunshi.platform.fulfilment.usecase.DispatchLoad;
import io.xunshi.platform.fulfilment.usecase.DispatchLoad.Dispatch;
import io.xunshi.platform.fulfilment.usecase.FindFulfilments;
import io.xunshi.platform.fulfilment.usecase.ReportAssay;
import io.xunshi.platform.fulfilment.usecase.TakeSample;
import io.xunshi.platform.fulfilment.usecase.TakeSample.NewSample;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.media.DocumentAnswer;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.WeighTicket;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a signed deal is performed (履约), for its two sides. */
@RestController
@RequestMapping("/api/v1/deals/{id}")
class FulfilmentController {
    private final FindFulfilments findFulfilments;
    private final DispatchLoad dispatchLoad;
    private final TakeSample takeSample;
    private final ReportAssay reportAssay;
    private final AcceptDelivery acceptDelivery;

    FulfilmentController(
            FindFulfilments findFulfilments,
            DispatchLoad dispatchLoad,
            TakeSample takeSample,
            ReportAssay reportAssay,
            AcceptDelivery acceptDelivery) {
        this.findFulfilments = findFulfilments;
        this.dispatchLoad = dispatchLoad;
        this.takeSample = takeSample;
        this.reportAssay = reportAssay;
        this.acceptDelivery = acceptDelivery;
    }

    @GetMapping("/fulfilment")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<FulfilmentResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findFulfilments.find(who.id(), new DealId(id)).map(FulfilmentResponse::of);
    }

    @GetMapping("/documents/{document}")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<ResponseEntity<byte[]>> document(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID document) {
        return findFulfilments.document(who.id(), new DealId(id), document).map(DocumentAnswer::of);
    }

    /** The text that the statement's hash is of, byte for byte. */
    @GetMapping("/statements/{statement}")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<ResponseEntity<String>> statement(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID statement) {
        return findFulfilments
                .statement(who.id(), new DealId(id), statement)
                .map(found -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(found.text()));
    }

    /** For the seller: a vehicle leaves. The licences of both sides are looked at once more. */
    @PostMapping("/loads")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> dispatch(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody DispatchRequest request) {
        return dispatchLoad
                .dispatch(who.id(), new DealId(id), request.dispatch())
                .flatMap(performed -> findFulfilments.seen(who.id(), performed))
                .map(FulfilmentResponse::of);
    }

    @PostMapping("/sample")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> sample(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody SampleRequest request) {
        return takeSample
                .take(who.id(), new DealId(id), new OrganisationId(request.organisationId()), request.sample())
                .flatMap(performed -> findFulfilments.seen(who.id(), performed))
                .map(FulfilmentResponse::of);
    }

    /** Once for each side; the other does not see it before it has read itself. */
    @PostMapping("/assays")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> report(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody SideAssayRequest request) {
        return reportAssay
                .report(
                        who.id(),
                        new DealId(id),
                        new OrganisationId(request.organisationId()),
                        request.reading().reading(request.laboratory()))
                .flatMap(performed -> findFulfilments.seen(who.id(), performed))
                .map(FulfilmentResponse::of);
    }

    /** One side names the laboratory that it would take; it is chosen once both name the same. */
    @PostMapping("/umpire")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> umpire(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody UmpireRequest request) {
        return reportAssay
                .name(
                        who.id(),
                        new DealId(id),
                        new OrganisationId(request.organisationId()),
                        request.laboratory().strip())
                .flatMap(performed -> findFulfilments.seen(who.id(), performed))
                .map(FulfilmentResponse::of);
    }

    /** For the buyer: the goods are taken, and the statement follows at once. */
    @PostMapping("/acceptance")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> accept(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return acceptDelivery
                .accept(who.id(), new DealId(id))
                .flatMap(performed -> findFulfilments.seen(who.id(), performed))
                .map(FulfilmentResponse::of);
    }

    /**
     * What leaves.
     *
     * @param manifestNumber of the e-manifest, where the material is hazardous waste
     * @param quantity as loaded, grams or pieces
     * @param isLast no more loads follow
     */
    record DispatchRequest(
            @NotBlank @Pattern(regexp = PLATE) String plate,

            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String driver,

            @Nullable @Pattern(regexp = "[0-9A-Za-z-]{6,40}")
            String manifestNumber,

            @Min(1) @Max(WeighTicket.MAX_GRAMS) long quantity,
            boolean isLast) {
        /** A province, an office, and five or six characters; without spaces (GA 36-2018). */
        static final String PLATE = "\\s*[\\p{IsHan}][A-Za-z][0-9A-Za-z\\p{IsHan}]{5,6}\\s*";

        Dispatch dispatch() {
            return new Dispatch(
                    plate.strip().toUpperCase(Locale.ROOT), driver.strip(), manifestNumber, quantity, isLast);
        }
    }

    /**
     * What was taken.
     *
     * @param organisationId for whom
     * @param seals of the working part, the umpire's, the seller's and the buyer's
     * @param keptUntil last day on which the parts are kept; thirty days from now where it is left out
     */
    record SampleRequest(
            @NotNull UUID organisationId,

            @NotBlank @Size(max = 80) @Pattern(regexp = PlainText.LINE)
            String takenBy,

            @NotBlank @Size(max = 120) @Pattern(regexp = PlainText.LINE)
            String place,

            @NotNull @Size(min = 4, max = 4)
            List<@NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE) String> seals,

            @NotNull Instant takenAt,
            @Nullable LocalDate keptUntil,
            @NotNull @Size(max = 10) List<@NotNull UUID> documentIds) {
        NewSample sample() {
            return new NewSample(
                    takenBy.strip(),
                    place.strip(),
                    seals.stream().map(String::strip).toList(),
                    takenAt,
                    keptUntil,
                    documentIds);
        }
    }

    /** @param organisationId for whom */
    record SideAssayRequest(
            @NotNull UUID organisationId,

            @NotBlank @Size(max = 80) @Pattern(regexp = PlainText.LINE)
            String laboratory,

            @NotNull @Valid ReadingRequest reading) {}

    /** @param organisationId for whom */
    record UmpireRequest(
            @NotNull UUID organisationId,

            @NotBlank @Size(max = 80) @Pattern(regexp = PlainText.LINE)
            String laboratory) {}
}
