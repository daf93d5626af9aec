package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.domain.Member;
import io.xunshi.platform.organisation.storage.InvitationRepository;
import io.xunshi.platform.organisation.storage.MemberRepository;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Who acts for an organisation and as what. There is always an owner, whoever races whom to leave. */
@Component
public class RunMembership {
    private final MemberRepository members;
    private final InvitationRepository invitations;
    private final ActFor actFor;
    private final Clock clock;

    RunMembership(MemberRepository members, InvitationRepository invitations, ActFor actFor, Clock clock) {
        this.members = members;
        this.invitations = invitations;
        this.actFor = actFor;
        this.clock = clock;
    }

    /**
     * Raises what {@link ActFor#asOwner} does, {@link OrganisationProblem#MEMBER_NOT_FOUND},
     * {@link OrganisationProblem#LAST_OWNER}.
     */
    @Transactional
    public Mono<Void> changeRoles(AccountId owner, OrganisationId id, AccountId person, Set<MemberRole> roles) {
        return actFor.asOwnerAlone(owner, id)
                .then(members.findAllOf(id).collectList())
                .doOnNext(all -> checkOwnerStays(all, person, roles.contains(MemberRole.OWNER)))
                .then(members.changeRoles(id, person, roles))
                .then(roles.contains(MemberRole.OWNER) ? Mono.empty() : invitations.withdrawAllBy(person, id));
    }

    /** The same. */
    @Transactional
    public Mono<Void> dismiss(AccountId owner, OrganisationId id, AccountId person) {
        return actFor.asOwnerAlone(owner, id).then(Mono.defer(() -> end(id, person)));
    }

    /**
     * Whoever somebody is there. Raises {@link OrganisationProblem#NOT_A_MEMBER},
     * {@link OrganisationProblem#LAST_OWNER}.
     */
    @Transactional
    public Mono<Void> leave(AccountId person, OrganisationId id) {
        return actFor.alone(id).then(actFor.asMember(person, id)).then(Mono.defer(() -> end(id, person)));
    }

    private Mono<Void> end(OrganisationId id, AccountId person) {
        return members.findAllOf(id)
                .collectList()
                .doOnNext(all -> checkOwnerStays(all, person, false))
                .then(members.end(id, person, clock.instant()))
                .then(invitations.withdrawAllBy(person, id));
    }

    private static void checkOwnerStays(List<Member> all, AccountId changed, boolean isOwnerAfterwards) {
        if (all.stream().noneMatch(member -> member.person().equals(changed))) {
            throw OrganisationProblem.MEMBER_NOT_FOUND.raise();
        }
        if (!isOwnerAfterwards
                && all.stream()
                        .noneMatch(
                                member -> member.isOwner() && !member.person().equals(changed))) {
            throw OrganisationProblem.LAST_OWNER.raise();
        }
    }
}
