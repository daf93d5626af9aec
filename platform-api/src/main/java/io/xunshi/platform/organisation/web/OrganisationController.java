package io.xunshi.platform.organisation.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.organisation.GateVerdict;
import io.xunshi.platform.organisation.GateVerdict.Allowed;
import io.xunshi.platform.organisation.GateVerdict.MissingLicence;
import io.xunshi.platform.organisation.GateVerdict.Refused;
import io.xunshi.platform.organisation.GateVerdict.UsedLicence;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationKind;
import io.xunshi.platform.organisation.TradeSide;
import io.xunshi.platform.organisation.usecase.FindOrganisations;
import io.xunshi.platform.organisation.usecase.FindOrganisations.Own;
import io.xunshi.platform.organisation.usecase.FoundOrganisation;
import io.xunshi.platform.organisation.usecase.FoundOrganisation.Founding;
import io.xunshi.platform.organisation.usecase.FoundOrganisation.Whereabouts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Organisations, as those who act for them found, read and correct them. */
@RestController
@RequestMapping("/api/v1")
class OrganisationController {
    private final FoundOrganisation foundOrganisation;
    private final FindOrganisations findOrganisations;

    OrganisationController(FoundOrganisation foundOrganisation, FindOrganisations findOrganisations) {
        this.foundOrganisation = foundOrganisation;
        this.findOrganisations = findOrganisations;
    }

    /** Who founds it is its first owner. It is active once its business licence is approved. */
    @PostMapping("/organisations")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    @NewBusiness
    Mono<OrganisationResponse> found(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody FoundOrganisationRequest request) {
        return foundOrganisation
                .found(who.id(), request.founding())
                .map(organisation -> OrganisationResponse.of(organisation.view()));
    }

    /** Those that the reader acts for, and as what. */
    @GetMapping("/my/organisations")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<List<OwnOrganisationResponse>> own(@AuthenticationPrincipal SignedIn who) {
        return findOrganisations
                .ofPerson(who.id())
                .map(all -> all.stream().map(OwnOrganisationResponse::of).toList());
    }

    @GetMapping("/organisations/{id}")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<ResponseEntity<WholeOrganisationResponse>> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findOrganisations
                .forMember(who.id(), new OrganisationId(id))
                .map(whole -> ResponseEntity.ok()
                        .eTag(EntityVersion.tag(whole.organisation().version()))
                        .body(WholeOrganisationResponse.of(whole)));
    }

    /** Where it is and whom to ask for; name, code and kind are what its licences say. */
    @PutMapping("/organisations/{id}")
    @Access(Caller.SIGNED_IN)
    Mono<ResponseEntity<OrganisationResponse>> edit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody WhereaboutsRequest request) {
        return foundOrganisation
                .edit(who.id(), new OrganisationId(id), EntityVersion.of(ifMatch), request.whereabouts())
                .map(organisation -> ResponseEntity.ok()
                        .eTag(EntityVersion.tag(organisation.version()))
                        .body(OrganisationResponse.of(organisation.view())));
    }

    /** Gives it up before it was active. */
    @DeleteMapping("/organisations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> giveUp(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return foundOrganisation.giveUp(who.id(), new OrganisationId(id));
    }

    /**
     * Whether it may take a side in a deal now.
     *
     * @param area the code of a district, or OUTSIDE
     */
    @GetMapping("/organisations/{id}/trading-gate")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<GateResponse> judge(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam String material,
            @RequestParam TradeSide side,
            @RequestParam String area) {
        return findOrganisations
                .judge(who.id(), new OrganisationId(id), material, side, area)
                .map(GateResponse::of);
    }

    record FoundOrganisationRequest(
            @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.LINE)
            String name,

            @NotBlank @Size(max = 40) String unifiedSocialCreditCode,
            @NotNull OrganisationKind kind,
            @NotNull @Valid WhereaboutsRequest whereabouts) {

        Founding founding() {
            return new Founding(name.strip(), unifiedSocialCreditCode, kind, whereabouts.whereabouts());
        }
    }

    /**
     * @param districtCode null outside the city
     * @param place address in the city, or province and city outside it
     */
    record WhereaboutsRequest(
            @Nullable @Size(max = 20) String districtCode,

            @NotBlank @Size(max = 120) @Pattern(regexp = PlainText.LINE)
            String place,

            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String contactName,

            @NotBlank @Pattern(regexp = "[0-9+() -]{5,25}") String contactPhone) {

        Whereabouts whereabouts() {
            return new Whereabouts(districtCode, place.strip(), contactName.strip(), contactPhone.strip());
        }
    }

    record OwnOrganisationResponse(OrganisationResponse organisation, List<MemberRole> roles) {
        static OwnOrganisationResponse of(Own own) {
            return new OwnOrganisationResponse(
                    OrganisationResponse.of(own.organisation()),
                    own.roles().stream().sorted().toList());
        }
    }

    /**
     * @param licences those that let it
     * @param missing those that it lacks; empty where it is allowed
     */
    record GateResponse(boolean allowed, List<UsedLicence> licences, List<MissingLicence> missing) {
        static GateResponse of(GateVerdict verdict) {
            return switch (verdict) {
                case Allowed allowed -> new GateResponse(true, allowed.licences(), List.of());
                case Refused refused -> new GateResponse(false, List.of(), refused.missing());
            };
        }
    }
}
