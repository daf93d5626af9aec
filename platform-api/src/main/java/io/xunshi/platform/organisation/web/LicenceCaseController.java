package io.xunshi.platform.organisation.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.media.DocumentAnswer;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.usecase.FindOrganisations;
import io.xunshi.platform.organisation.usecase.FoundOrganisation;
import io.xunshi.platform.organisation.usecase.ReviewLicences;
import io.xunshi.platform.organisation.usecase.ReviewLicences.LicenceCase;
import io.xunshi.platform.organisation.usecase.SeeContact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The officers' queue of licences, and what they decide about organisations. */
@RestController
@RequestMapping("/api/v1")
class LicenceCaseController {
    private final ReviewLicences reviewLicences;
    private final FindOrganisations findOrganisations;
    private final FoundOrganisation foundOrganisation;
    private final SeeContact seeContact;

    LicenceCaseController(
            ReviewLicences reviewLicences,
            FindOrganisations findOrganisations,
            FoundOrganisation foundOrganisation,
            SeeContact seeContact) {
        this.reviewLicences = reviewLicences;
        this.findOrganisations = findOrganisations;
        this.foundOrganisation = foundOrganisation;
        this.seeContact = seeContact;
    }

    /** The longest waiting first, without those of organisations that the officer has acted for. */
    @GetMapping("/licence-cases")
    @Access(Caller.ADMINISTRATOR)
    Mono<Page<LicenceCaseResponse>> waiting(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(50) int limit) {
        return reviewLicences
                .findFor(who.id(), Cursor.decode(cursor), limit)
                .map(page -> page.map(LicenceCaseResponse::of));
    }

    @GetMapping("/licence-cases/{id}/document")
    @Access(Caller.ADMINISTRATOR)
    Mono<ResponseEntity<byte[]>> document(@PathVariable UUID id) {
        return reviewLicences.read(id).map(DocumentAnswer::of);
    }

    /** A first business licence makes its organisation active. */
    @PostMapping("/licence-cases/{id}/approval")
    @Access(Caller.ADMINISTRATOR)
    Mono<TradeLicenceResponse> approve(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return reviewLicences.decide(who.id(), id, null).map(TradeLicenceResponse::of);
    }

    @PostMapping("/licence-cases/{id}/refusal")
    @Access(Caller.ADMINISTRATOR)
    Mono<TradeLicenceResponse> refuse(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ReasonRequest request) {
        return reviewLicences.decide(who.id(), id, request.reason().strip()).map(TradeLicenceResponse::of);
    }

    /** By a part of the name or the beginning of the credit code; twenty at most, closed ones last. */
    @GetMapping("/organisation-register")
    @Access(Caller.ADMINISTRATOR)
    Mono<List<OrganisationResponse>> search(
            @RequestParam @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE) String query) {
        return findOrganisations
                .search(query)
                .map(found -> found.stream().map(OrganisationResponse::of).toList());
    }

    /** With whom to call masked. */
    @GetMapping("/organisation-register/{id}")
    @Access(Caller.ADMINISTRATOR)
    Mono<WholeOrganisationResponse> read(@PathVariable UUID id) {
        return findOrganisations.forOfficer(new OrganisationId(id)).map(WholeOrganisationResponse::masked);
    }

    /** Whom to call, for a purpose that the officer has declared. */
    @PostMapping("/organisation-register/{id}/contact")
    @Access(Caller.ADMINISTRATOR)
    Mono<ContactResponse> contact(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody LookRequest request) {
        return seeContact
                .see(who.id(), request.purposeId(), new OrganisationId(id))
                .map(organisation -> new ContactResponse(organisation.contactName(), organisation.contactPhone()));
    }

    /** For good; its credit code is free again. */
    @PostMapping("/organisation-register/{id}/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.ADMINISTRATOR)
    Mono<Void> close(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ReasonRequest request) {
        return foundOrganisation.close(
                who.id(), new OrganisationId(id), request.reason().strip());
    }

    record ReasonRequest(
            @NotBlank @Size(max = 300) @Pattern(regexp = PlainText.LINES)
            String reason) {}

    /** @param purposeId one of the officer's own that is open; without it the answer is refused */
    record LookRequest(@Nullable UUID purposeId) {}

    record ContactResponse(String contactName, String contactPhone) {}

    record LicenceCaseResponse(TradeLicenceResponse licence, OrganisationResponse organisation) {
        static LicenceCaseResponse of(LicenceCase waiting) {
            return new LicenceCaseResponse(
                    TradeLicenceResponse.of(waiting.paper()), OrganisationResponse.of(waiting.organisation()));
        }
    }
}
