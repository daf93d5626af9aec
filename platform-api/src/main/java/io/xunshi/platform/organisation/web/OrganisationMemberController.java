package io.xunshi.platform.organisation.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.domain.Invitation;
import io.xunshi.platform.organisation.usecase.FindOrganisations;
import io.xunshi.platform.organisation.usecase.FindOrganisations.NamedMember;
import io.xunshi.platform.organisation.usecase.InvitePeople;
import io.xunshi.platform.organisation.usecase.InvitePeople.Invited;
import io.xunshi.platform.organisation.usecase.RunMembership;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who acts for an organisation: owners invite, dismiss and give roles, anybody leaves. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
class OrganisationMemberController {
    private final FindOrganisations findOrganisations;
    private final RunMembership runMembership;
    private final InvitePeople invitePeople;

    OrganisationMemberController(
            FindOrganisations findOrganisations, RunMembership runMembership, InvitePeople invitePeople) {
        this.findOrganisations = findOrganisations;
        this.runMembership = runMembership;
        this.invitePeople = invitePeople;
    }

    /** The earliest joined first. */
    @GetMapping("/members")
    @Access(Caller.SIGNED_IN)
    Mono<List<MemberResponse>> members(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findOrganisations
                .membersOf(who.id(), new OrganisationId(id))
                .map(members -> members.stream().map(MemberResponse::of).toList());
    }

    @PutMapping("/members/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> changeRoles(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID account,
            @Valid @RequestBody MemberRolesRequest request) {
        return runMembership.changeRoles(who.id(), new OrganisationId(id), new AccountId(account), request.roles());
    }

    @DeleteMapping("/members/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> dismiss(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID account) {
        return runMembership.dismiss(who.id(), new OrganisationId(id), new AccountId(account));
    }

    /** Leaves it. */
    @DeleteMapping("/membership")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> leave(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return runMembership.leave(who.id(), new OrganisationId(id));
    }

    /** Open ones, the newest first; their codes are said once, when they are made. */
    @GetMapping("/invitations")
    @Access(Caller.SIGNED_IN)
    Mono<List<InvitationResponse>> invitations(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return invitePeople
                .findOpen(who.id(), new OrganisationId(id))
                .map(InvitationResponse::of)
                .collectList();
    }

    /** The answer is the same whether or not the contact has an account. */
    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    @Limited("intakes")
    Mono<InvitedResponse> invite(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody InviteRequest request) {
        return invitePeople
                .invite(who.id(), new OrganisationId(id), request.label().strip(), request.roles(), request.contact())
                .map(InvitedResponse::of);
    }

    @DeleteMapping("/invitations/{invitation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID invitation) {
        return invitePeople.withdraw(who.id(), new OrganisationId(id), invitation);
    }

    record MemberRolesRequest(@NotEmpty Set<@NotNull MemberRole> roles) {}

    /**
     * @param label by which the owner knows it again
     * @param contact phone number or e-mail address of whom to tell in the app; null to pass on the code alone
     */
    record InviteRequest(
            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String label,

            @NotEmpty Set<@NotNull MemberRole> roles,
            @Nullable @Size(max = 100) String contact) {}

    record MemberResponse(
            UUID accountId, String displayName, String maskedContact, List<MemberRole> roles, Instant since) {
        static MemberResponse of(NamedMember named) {
            var account = named.account();
            return new MemberResponse(
                    account.id().value(),
                    account.displayName(),
                    account.maskedContact(),
                    named.member().roles().stream().sorted().toList(),
                    named.member().since());
        }
    }

    record InvitationResponse(UUID id, String label, List<MemberRole> roles, Instant invitedAt, Instant expiresAt) {
        static InvitationResponse of(Invitation invitation) {
            return new InvitationResponse(
                    invitation.id(),
                    invitation.label(),
                    invitation.roles().stream().sorted().toList(),
                    invitation.invitedAt(),
                    invitation.expiresAt());
        }
    }

    /** @param code to pass on; said this once */
    record InvitedResponse(InvitationResponse invitation, String code) {
        static InvitedResponse of(Invited invited) {
            return new InvitedResponse(InvitationResponse.of(invited.invitation()), invited.code());
        }
    }
}
