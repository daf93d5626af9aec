package io.xunshi.platform.organisation;

import io.xunshi.platform.identity.AccountId;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules may ask about organisations. */
public interface Organisations {

    /** Empty where there is none. */
    Mono<OrganisationView> find(OrganisationId id);

    /** In no particular order; unknown ids are left out. */
    Flux<OrganisationView> findAll(Collection<OrganisationId> ids);

    /** By their 统一社会信用代码, in no particular order; unknown ones are left out. */
    Flux<OrganisationView> findByCreditCodes(Collection<String> codes);

    /** The organisations that somebody acts for today, closed ones left out; the earliest joined first. */
    Flux<Membership> membershipsOf(AccountId person);

    /** Who has one of the roles there today, to be told of something. Owners only where they are asked for. */
    Flux<AccountId> membersOf(OrganisationId id, MemberRole... anyOf);

    /**
     * The person's membership, for doing something that needs one of the roles. Raises
     * {@link OrganisationProblem#NOT_A_MEMBER}, {@link OrganisationProblem#ROLE_MISSING} or
     * {@link OrganisationProblem#NOT_ACTIVE}. An owner has every role.
     */
    Mono<Membership> requireRole(AccountId person, OrganisationId id, MemberRole... anyOf);

    /**
     * Whether the two are one as far as the market is concerned: the same, or linked over any number of steps by
     * recorded beneficial control or by a common owner among their members.
     */
    Mono<Boolean> underOneControl(OrganisationId one, OrganisationId other);

    /**
     * By what the group of all under one control with the organisation is known today: the first of them by its id. Two
     * are under one control where this is the same.
     */
    Mono<OrganisationId> controlGroupOf(OrganisationId id);

    /** Who was under one control, on any day until today; read once for many questions. */
    Mono<ControlHistory> controlHistory();
}
