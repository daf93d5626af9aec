package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.fulfilment.domain.Fulfilment;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.pricing.Side;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets members of the two sides at a performance, and nobody else: to others there is none. All in the caller's
 * transaction.
 */
@Component
class ActForSide {
    static final MemberRole[] WEIGHS = {MemberRole.WEIGHER, MemberRole.TRADER};
    static final MemberRole[] TRADES = {MemberRole.TRADER};

    private final ReadPerformance readPerformance;
    private final Organisations organisations;

    ActForSide(ReadPerformance readPerformance, Organisations organisations) {
        this.readPerformance = readPerformance;
        this.organisations = organisations;
    }

    /**
     * Locks it for something that one side does. Raises {@link FulfilmentProblem#NOT_FOUND},
     * {@link FulfilmentProblem#OTHER_SIDE}, and what {@link Organisations#requireRole} raises.
     */
    Mono<Performed> as(AccountId person, DealId deal, Side side, MemberRole... anyOf) {
        return locked(person, deal)
                .delayUntil(performed ->
                        requireRole(person, performed, performed.head().organisation(side), anyOf));
    }

    /** The same, for something that either side does; they name for which. */
    Mono<Acting> as(AccountId person, DealId deal, OrganisationId organisation, MemberRole... anyOf) {
        return locked(person, deal)
                .delayUntil(performed -> requireRole(person, performed, organisation, anyOf))
                .map(performed -> new Acting(
                        performed, organisation.equals(performed.head().seller()) ? Side.SELLER : Side.BUYER));
    }

    /** For every member of either side; raises {@link FulfilmentProblem#NOT_FOUND}. */
    Mono<Performed> read(AccountId reader, DealId deal) {
        return readPerformance
                .find(deal)
                .filterWhen(performed -> organisationsOf(reader).map(own -> isAny(own, performed.head())))
                .switchIfEmpty(Mono.error(FulfilmentProblem.NOT_FOUND::raise));
    }

    private Mono<Performed> locked(AccountId person, DealId deal) {
        return readPerformance
                .lock(deal)
                .filterWhen(performed -> organisationsOf(person).map(own -> isAny(own, performed.head())))
                .switchIfEmpty(Mono.error(FulfilmentProblem.NOT_FOUND::raise));
    }

    private Mono<Void> requireRole(
            AccountId person, Performed performed, OrganisationId organisation, MemberRole... anyOf) {
        var head = performed.head();
        if (!organisation.equals(head.seller()) && !organisation.equals(head.buyer())) {
            return Mono.error(FulfilmentProblem.OTHER_SIDE.raise());
        }
        return organisationsOf(person)
                .filter(own -> own.contains(organisation))
                .switchIfEmpty(Mono.error(FulfilmentProblem.OTHER_SIDE::raise))
                .then(organisations.requireRole(person, organisation, anyOf))
                .then();
    }

    private Mono<Set<OrganisationId>> organisationsOf(AccountId person) {
        return organisations.membershipsOf(person).map(Membership::organisation).collect(Collectors.toSet());
    }

    private static boolean isAny(Set<OrganisationId> own, Fulfilment head) {
        return own.contains(head.seller()) || own.contains(head.buyer());
    }

    /** @param side for which they act */
    record Acting(Performed performed, Side side) {}
}
