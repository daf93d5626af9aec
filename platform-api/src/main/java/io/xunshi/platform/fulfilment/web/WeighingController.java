package io.xunshi.platform.fulfilment.web;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.domain.ScaleTicket.Source;
import io.xunshi.platform.fulfilment.domain.TicketFile;
import io.xunshi.platform.fulfilment.domain.WeighDevice;
import io.xunshi.platform.fulfilment.usecase.FindFulfilments;
import io.xunshi.platform.fulfilment.usecase.ImportTickets;
import io.xunshi.platform.fulfilment.usecase.KeepWeighDevices;
import io.xunshi.platform.fulfilment.usecase.TakeTicket;
import io.xunshi.platform.fulfilment.usecase.TakeTicket.NewTicket;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.WeighTicket;
import io.xunshi.platform.pricing.WeighTicket.Scale;
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
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Weighing, from a weigher's telephone, from a file and from a weighbridge's own programme. */
@RestController
@RequestMapping("/api/v1")
class WeighingController {
    private static final String DEVICE = "[0-9A-Za-z][0-9A-Za-z_-]{0,39}";

    private final FindFulfilments findFulfilments;
    private final TakeTicket takeTicket;
    private final ImportTickets importTickets;
    private final KeepWeighDevices keepWeighDevices;

    WeighingController(
            FindFulfilments findFulfilments,
            TakeTicket takeTicket,
            ImportTickets importTickets,
            KeepWeighDevices keepWeighDevices) {
        this.findFulfilments = findFulfilments;
        this.takeTicket = takeTicket;
        this.importTickets = importTickets;
        this.keepWeighDevices = keepWeighDevices;
    }

    /** What an organisation has on its way, on either side; the last that moved first, at most fifty deals. */
    @GetMapping("/organisations/{id}/deliveries-to-weigh")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    Mono<Page<FulfilmentResponse>> toWeigh(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findFulfilments
                .toWeigh(who.id(), new OrganisationId(id))
                .map(found ->
                        new Page<>(found.stream().map(FulfilmentResponse::of).toList(), null));
    }

    /** The same ticket again is answered alike and changes nothing. */
    @PostMapping("/loads/{id}/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> take(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody ScaleTicketRequest request) {
        return takeTicket
                .take(who.id(), new OrganisationId(request.organisationId()), id, request.ticket())
                .flatMap(performed -> findFulfilments.seen(who.id(), performed))
                .map(FulfilmentResponse::of);
    }

    /** The other side stands by what a third scale said; it counts from then on. */
    @PostMapping("/loads/{id}/third-ticket/agreement")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> agree(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody TicketAgreement request) {
        return takeTicket
                .agree(who.id(), new OrganisationId(request.organisationId()), id, request.hash())
                .flatMap(performed -> findFulfilments.seen(who.id(), performed))
                .map(FulfilmentResponse::of);
    }

    /** For the buyer of what is sold by the piece. */
    @PostMapping("/loads/{id}/count")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> count(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody CountRequest request) {
        return takeTicket
                .count(who.id(), new OrganisationId(request.organisationId()), id, request.pieces())
                .flatMap(performed -> findFulfilments.seen(who.id(), performed))
                .map(FulfilmentResponse::of);
    }

    /** All tickets of a file of one's own scale, or none of them; faults name the row. */
    @PostMapping("/deals/{id}/ticket-imports")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> importFile(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody TicketFileRequest request) {
        return importTickets
                .importFile(who.id(), new DealId(id), new OrganisationId(request.organisationId()), request.csv())
                .flatMap(performed -> findFulfilments.seen(who.id(), performed))
                .map(FulfilmentResponse::of);
    }

    /** By their ids. */
    @GetMapping("/organisations/{id}/weigh-devices")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<Page<WeighDevice>> devices(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return keepWeighDevices.findOf(who.id(), new OrganisationId(id)).map(found -> new Page<>(found, null));
    }

    /** One more, or the new certificate of one that is there. */
    @PostMapping("/organisations/{id}/weigh-devices")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<WeighDevice> keep(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody WeighDeviceRequest request) {
        return keepWeighDevices.save(who.id(), new OrganisationId(id), request.device());
    }

    /**
     * What a scale said. Weights are grams.
     *
     * @param organisationId for whom
     * @param certificateTo of a third scale only; a side's own is in its register
     * @param overrideReason why a tare unlike the earlier ones is right
     * @param correction why it replaces what the scale said before
     * @param source HAND where it is left out
     */
    record ScaleTicketRequest(
            @NotNull UUID organisationId,
            @NotNull Scale scale,
            @NotNull @Pattern(regexp = DEVICE) String device,
            @Nullable LocalDate certificateTo,

            @NotBlank @Pattern(regexp = FulfilmentController.DispatchRequest.PLATE)
            String plate,

            @Min(0) @Max(WeighTicket.MAX_GRAMS) long grossGrams,
            @NotNull Instant grossAt,
            @Min(0) @Max(WeighTicket.MAX_GRAMS) long tareGrams,
            @NotNull Instant tareAt,

            @Nullable @Size(min = 2, max = 200) @Pattern(regexp = PlainText.LINE)
            String overrideReason,

            @Nullable @Size(min = 2, max = 200) @Pattern(regexp = PlainText.LINE)
            String correction,

            @NotNull @Size(max = 10) List<@NotNull UUID> documentIds,
            @Nullable Source source) {
        NewTicket ticket() {
            return new NewTicket(
                    scale,
                    device,
                    certificateTo,
                    plate.strip().toUpperCase(Locale.ROOT),
                    grossGrams,
                    grossAt,
                    tareGrams,
                    tareAt,
                    overrideReason,
                    correction,
                    documentIds,
                    source == null ? Source.HAND : source);
        }
    }

    /**
     * @param organisationId for whom
     * @param hash of the ticket as it was seen, so that nobody agrees with another one
     */
    record TicketAgreement(
            @NotNull UUID organisationId,
            @NotBlank @Size(max = 64) String hash) {}

    /** @param organisationId for whom */
    record CountRequest(
            @NotNull UUID organisationId,
            @Min(0) @Max(1_000_000_000) long pieces) {}

    /**
     * Tickets as a weighbridge's programme writes them.
     *
     * @param csv a line <code>load,plate,device,gross_kg,gross_at,tare_kg,tare_at</code>, and one for each ticket
     */
    record TicketFileRequest(
            @NotNull UUID organisationId,
            @NotBlank @Size(max = TicketFile.CHARACTERS_MAX) String csv) {}

    /**
     * A weighbridge.
     *
     * @param certificate number of its calibration certificate
     * @param certificateTo last day on which that holds
     */
    record WeighDeviceRequest(
            @NotNull @Pattern(regexp = DEVICE) String id,

            @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
            String name,

            @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
            String certificate,

            @NotNull LocalDate certificateTo) {
        WeighDevice device() {
            return new WeighDevice(id, name.strip(), certificate.strip(), certificateTo);
        }
    }
}
