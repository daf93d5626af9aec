package io.xunshi.platform.organisation.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.media.DocumentAnswer;
import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.organisation.LicenceKind;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.domain.Paper.Said;
import io.xunshi.platform.organisation.usecase.FindOrganisations;
import io.xunshi.platform.organisation.usecase.HandInLicence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What owners hand in for officers to check. */
@RestController
@RequestMapping("/api/v1/organisations/{id}/licences")
class TradeLicenceController {
    private final HandInLicence handInLicence;
    private final FindOrganisations findOrganisations;

    TradeLicenceController(HandInLicence handInLicence, FindOrganisations findOrganisations) {
        this.handInLicence = handInLicence;
        this.findOrganisations = findOrganisations;
    }

    /** A renewal is handed in like any other, beside the old one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<TradeLicenceResponse> handIn(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody HandInLicenceRequest request) {
        return handInLicence
                .handIn(who.id(), new OrganisationId(id), request.said(), new DocumentId(request.documentId()))
                .map(TradeLicenceResponse::of);
    }

    /** Takes it back before it is decided. */
    @DeleteMapping("/{licence}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> takeBack(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID licence) {
        return handInLicence.takeBack(who.id(), new OrganisationId(id), licence);
    }

    @GetMapping("/{licence}/document")
    @Access(Caller.SIGNED_IN)
    Mono<ResponseEntity<byte[]>> document(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID licence) {
        return findOrganisations
                .document(who.id(), new OrganisationId(id), licence)
                .map(DocumentAnswer::of);
    }

    /**
     * What the document says.
     *
     * @param materials codes of sub-trees; empty for a business licence
     * @param areas codes of districts, CITY, OUTSIDE, EVERYWHERE; empty for a business licence
     * @param validTo null where it has no end
     */
    record HandInLicenceRequest(
            @NotNull LicenceKind kind,

            @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
            String number,

            @NotBlank @Size(max = 80) @Pattern(regexp = PlainText.LINE)
            String office,

            @Nullable @Size(max = 178) List<@NotNull @Size(max = 40) String> materials,
            @Nullable @Size(max = 20) List<@NotNull @Size(max = 20) String> areas,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotNull UUID documentId) {

        Said said() {
            return new Said(
                    kind,
                    number.strip(),
                    office.strip(),
                    Objects.requireNonNullElse(materials, List.of()),
                    Objects.requireNonNullElse(areas, List.of()),
                    validFrom,
                    validTo);
        }
    }
}
