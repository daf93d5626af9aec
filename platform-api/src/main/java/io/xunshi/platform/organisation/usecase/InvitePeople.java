package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.domain.Invitation;
import io.xunshi.platform.organisation.storage.InvitationRepository;
import io.xunshi.platform.organisation.storage.MemberRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Invites people to act for an organisation. Every invitation has a code, which the owner passes on; who is named by a
 * contact and has an account finds it in the app besides. The owner's answer is the same in either case, so that nobody
 * learns whose phone number has an account.
 */
@Component
public class InvitePeople {
    private static final char KIND = 'Q';

    private final InvitationRepository invitations;
    private final MemberRepository members;
    private final Accounts accounts;
    private final ActFor actFor;
    private final TellOwners tellOwners;
    private final OrganisationSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    InvitePeople(
            InvitationRepository invitations,
            MemberRepository members,
            Accounts accounts,
            ActFor actFor,
            TellOwners tellOwners,
            OrganisationSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.accounts = accounts;
        this.actFor = actFor;
        this.tellOwners = tellOwners;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises what {@link ActFor#asOwner} does, {@link OrganisationProblem#TOO_MANY_INVITATIONS}, and a problem of
     * identity's for a contact that is none.
     *
     * @param contact phone number or e-mail address; null to pass on the code alone
     */
    @Transactional
    public Mono<Invited> invite(
            AccountId owner, OrganisationId id, String label, Set<MemberRole> roles, @Nullable String contact) {
        var now = clock.instant();
        return actFor.asOwnerAlone(owner, id)
                .then(invitations.findOpenOf(id, now).count())
                .filter(open -> open < settings.invitationsMax())
                .switchIfEmpty(
                        Mono.error(() -> OrganisationProblem.TOO_MANY_INVITATIONS.raise(settings.invitationsMax())))
                .then(invitee(contact))
                .map(invitee -> invited(id, label, roles, invitee.orElse(null), now))
                .delayUntil(invited -> invitations.add(invited.invitation(), hash(invited.code()), owner))
                .delayUntil(invited -> tellOwners.ofInvitation(invited.invitation()));
    }

    /** Open ones, the newest first; raises what {@link ActFor#asOwner} does. */
    public Flux<Invitation> findOpen(AccountId owner, OrganisationId id) {
        return actFor.asOwner(owner, id).thenMany(Flux.defer(() -> invitations.findOpenOf(id, clock.instant())));
    }

    /** Raises {@link OrganisationProblem#INVITATION_NOT_FOUND}, and what {@link ActFor#asOwner} does. */
    @Transactional
    public Mono<Void> withdraw(AccountId owner, OrganisationId id, UUID invitation) {
        return actFor.asOwner(owner, id)
                .then(invitations.withdraw(invitation, id))
                .filter(withdrawn -> withdrawn)
                .switchIfEmpty(Mono.error(OrganisationProblem.INVITATION_NOT_FOUND::raise))
                .then();
    }

    /** Those that name the person. */
    public Flux<Invitation> findFor(AccountId person) {
        return Flux.defer(() -> invitations.findOpenFor(person, clock.instant()));
    }

    /** Raises {@link OrganisationProblem#INVITATION_NOT_VALID} and {@link OrganisationProblem#MEMBER_ALREADY}. */
    @Transactional
    public Mono<OrganisationId> join(AccountId person, String typedCode) {
        var now = clock.instant();
        return invitations
                .acceptCode(hash(ShortCode.normalize(typedCode)), person, now)
                .switchIfEmpty(Mono.error(OrganisationProblem.INVITATION_NOT_VALID::raise))
                .flatMap(invitation -> join(person, invitation, now));
    }

    /** Raises {@link OrganisationProblem#INVITATION_NOT_FOUND} and {@link OrganisationProblem#MEMBER_ALREADY}. */
    @Transactional
    public Mono<OrganisationId> accept(AccountId person, UUID invitation) {
        var now = clock.instant();
        return invitations
                .acceptOwn(invitation, person, now)
                .switchIfEmpty(Mono.error(OrganisationProblem.INVITATION_NOT_FOUND::raise))
                .flatMap(accepted -> join(person, accepted, now));
    }

    /** Raises {@link OrganisationProblem#INVITATION_NOT_FOUND}. */
    @Transactional
    public Mono<Void> decline(AccountId person, UUID invitation) {
        return invitations
                .decline(invitation, person)
                .filter(declined -> declined)
                .switchIfEmpty(Mono.error(OrganisationProblem.INVITATION_NOT_FOUND::raise))
                .then();
    }

    private Mono<OrganisationId> join(AccountId person, Invitation invitation, Instant now) {
        return members.add(invitation.organisation(), person, invitation.roles(), now)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(OrganisationProblem.MEMBER_ALREADY::raise))
                .thenReturn(invitation.organisation());
    }

    private Mono<Optional<AccountId>> invitee(@Nullable String contact) {
        return Mono.justOrEmpty(contact)
                .flatMap(accounts::findByContact)
                .map(AccountView::id)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Invited invited(
            OrganisationId id, String label, Set<MemberRole> roles, @Nullable AccountId invitee, Instant now) {
        return new Invited(
                new Invitation(ids.next(), id, label, roles, invitee, now, now.plus(settings.invitationValidity())),
                ShortCode.of(KIND, ids.next()));
    }

    private static String hash(String code) {
        return Sha256.of(code);
    }

    /** @param code said once; only its hash is kept */
    public record Invited(Invitation invitation, String code) {}
}
