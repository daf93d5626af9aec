package io.xunshi.platform.custody.web;

import io.xunshi.platform.custody.domain.Site;
import io.xunshi.platform.custody.usecase.KeepSites;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
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

/** Where organisations keep material (场地), for their members. */
@RestController
@RequestMapping("/api/v1/organisations/{id}/sites")
class SiteController {
    private final KeepSites keepSites;

    SiteController(KeepSites keepSites) {
        this.keepSites = keepSites;
    }

    /** The earliest opened first. */
    @GetMapping
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<Sites> find(@AuthenticationPrincipal SignedIn who, @PathVariable("id") UUID organisation) {
        return keepSites
                .find(who.id(), new OrganisationId(organisation))
                .map(sites -> new Sites(sites.stream().map(SiteResponse::of).toList()));
    }

    /** The first one takes what is delivered from then on. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<SiteResponse> open(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @Valid @RequestBody SiteRequest request) {
        return keepSites
                .open(
                        who.id(),
                        new OrganisationId(organisation),
                        request.name().strip(),
                        request.areaCode(),
                        request.address().strip())
                .map(SiteResponse::of);
    }

    /** @param areaCode the code of a district, or OUTSIDE */
    record SiteRequest(
            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String name,

            @NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String areaCode,

            @NotBlank @Size(max = 120) @Pattern(regexp = PlainText.LINE)
            String address) {}

    record Sites(List<SiteResponse> items) {}

    /** @param isHome whether accepted deliveries lie here first */
    record SiteResponse(UUID id, String name, String areaCode, String address, boolean isHome) {
        static SiteResponse of(Site site) {
            return new SiteResponse(site.id(), site.name(), site.areaCode(), site.address(), site.isHome());
        }
    }
}
