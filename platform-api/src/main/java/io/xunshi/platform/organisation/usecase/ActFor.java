package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.OrganisationState;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.storage.MemberRepository;
import io.xunshi.platform.organisation.storage.OrganisationRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether somebody may act for an organisation. What members do about it begins here; unlike trading it also goes while
 * the organisation waits to be checked.
 */
@Component
class ActFor {
    private final MemberRepository members;
    private final OrganisationRepository organisations;

    ActFor(MemberRepository members, OrganisationRepository organisations) {
        this.members = members;
        this.organisations = organisations;
    }

    /** Raises {@link OrganisationProblem#NOT_A_MEMBER}. */
    Mono<Membership> asMember(AccountId person, OrganisationId id) {
        return members.find(person, id).switchIfEmpty(Mono.error(OrganisationProblem.NOT_A_MEMBER::raise));
    }

    /**
     * Raises that, {@link OrganisationProblem#ROLE_MISSING} or, for a closed one,
     * {@link OrganisationProblem#NOT_FOUND}.
     */
    Mono<OrganisationView> asOwner(AccountId person, OrganisationId id) {
        return owner(person, id).then(open(organisations.find(id)));
    }

    /** The same; nobody else changes who acts for it until the caller's transaction ends. */
    Mono<OrganisationView> asOwnerAlone(AccountId person, OrganisationId id) {
        return open(organisations.lock(id)).delayUntil(organisation -> owner(person, id));
    }

    /** Nobody else changes who acts for it until the caller's transaction ends. */
    Mono<OrganisationView> alone(OrganisationId id) {
        return organisations.lock(id).switchIfEmpty(Mono.error(OrganisationProblem.NOT_A_MEMBER::raise));
    }

    private Mono<Membership> owner(AccountId person, OrganisationId id) {
        return asMember(person, id)
                .filter(membership -> membership.roles().contains(MemberRole.OWNER))
                .switchIfEmpty(Mono.error(OrganisationProblem.ROLE_MISSING::raise));
    }

    private static Mono<OrganisationView> open(Mono<OrganisationView> found) {
        return found.filter(organisation -> organisation.state() != OrganisationState.CLOSED)
                .switchIfEmpty(Mono.error(OrganisationProblem.NOT_FOUND::raise));
    }
}
