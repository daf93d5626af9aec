package io.xunshi.platform.organisation.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.domain.Invitation;
import io.xunshi.platform.organisation.usecase.FindOrganisations;
import io.xunshi.platform.organisation.usecase.InvitePeople;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Who asks somebody to act for them, and the answer. */
@RestController
@RequestMapping("/api/v1/my")
class MyInvitationController {
    private final InvitePeople invitePeople;
    private final FindOrganisations findOrganisations;

    MyInvitationController(InvitePeople invitePeople, FindOrganisations findOrganisations) {
        this.invitePeople = invitePeople;
        this.findOrganisations = findOrganisations;
    }

    /** Those that name the reader, the newest first. */
    @GetMapping("/organisation-invitations")
    @Access(Caller.SIGNED_IN)
    Mono<List<MyInvitationResponse>> own(@AuthenticationPrincipal SignedIn who) {
        return invitePeople
                .findFor(who.id())
                .collectList()
                .flatMap(invitations -> findOrganisations
                        .views(invitations.stream()
                                .map(Invitation::organisation)
                                .distinct()
                                .toList())
                        .map(byId -> invitations.stream()
                                .map(one -> MyInvitationResponse.of(one, byId))
                                .toList()));
    }

    @PostMapping("/organisation-invitations/{id}/acceptance")
    @Access(Caller.SIGNED_IN)
    @NewBusiness
    Mono<JoinedResponse> accept(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return invitePeople.accept(who.id(), id).map(JoinedResponse::of);
    }

    @PostMapping("/organisation-invitations/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> decline(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return invitePeople.decline(who.id(), id);
    }

    /** With the code that an owner passed on. */
    @PostMapping("/organisations")
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    @Limited("paper-codes")
    @NewBusiness
    Mono<JoinedResponse> join(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody JoinRequest request) {
        return invitePeople.join(who.id(), request.code()).map(JoinedResponse::of);
    }

    record JoinRequest(@NotBlank @Size(max = 40) String code) {}

    record JoinedResponse(UUID organisationId) {
        static JoinedResponse of(OrganisationId id) {
            return new JoinedResponse(id.value());
        }
    }

    record MyInvitationResponse(UUID id, OrganisationResponse organisation, List<MemberRole> roles, Instant expiresAt) {
        static MyInvitationResponse of(Invitation invitation, Map<OrganisationId, OrganisationView> byId) {
            return new MyInvitationResponse(
                    invitation.id(),
                    OrganisationResponse.of(Objects.requireNonNull(byId.get(invitation.organisation()))),
                    invitation.roles().stream().sorted().toList(),
                    invitation.expiresAt());
        }
    }
}
