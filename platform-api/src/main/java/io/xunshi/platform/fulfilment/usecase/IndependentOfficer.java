package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.Organisations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets an officer at a performance whose sides they do not act for. In the caller's transaction. */
@Component
class IndependentOfficer {
    private final ReadPerformance readPerformance;
    private final Organisations organisations;

    IndependentOfficer(ReadPerformance readPerformance, Organisations organisations) {
        this.readPerformance = readPerformance;
        this.organisations = organisations;
    }

    /** Locks it. Raises {@link FulfilmentProblem#NOT_FOUND} and {@link FulfilmentProblem#NOT_INDEPENDENT}. */
    Mono<Performed> lock(AccountId officer, DealId deal) {
        return readPerformance
                .lock(deal)
                .switchIfEmpty(Mono.error(FulfilmentProblem.NOT_FOUND::raise))
                .filterWhen(performed -> isIndependent(officer, performed))
                .switchIfEmpty(Mono.error(FulfilmentProblem.NOT_INDEPENDENT::raise));
    }

    private Mono<Boolean> isIndependent(AccountId officer, Performed performed) {
        var head = performed.head();
        return organisations
                .membershipsOf(officer)
                .map(Membership::organisation)
                .any(own -> own.equals(head.seller()) || own.equals(head.buyer()))
                .map(isSide -> !isSide);
    }
}
