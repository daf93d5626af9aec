package io.xunshi.platform.trace.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.trace.TraceProblem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives the two sides of a deal what they need to know its records again. */
@Component
public class ReadDealSalt {
    private final Deals deals;
    private final Organisations organisations;
    private final Salts salts;

    ReadDealSalt(Deals deals, Organisations organisations, Salts salts) {
        this.deals = deals;
        this.organisations = organisations;
        this.salts = salts;
    }

    /** For members of either side; raises {@link TraceProblem#NO_SUCH_DEAL} for everybody else. */
    public Mono<byte[]> of(AccountId reader, DealId id) {
        return deals.find(id)
                .filterWhen(deal -> isOfASide(reader, deal))
                .switchIfEmpty(Mono.error(TraceProblem.NO_SUCH_DEAL::raise))
                .flatMap(deal -> salts.of(new AccountId(deal.id().value())));
    }

    private Mono<Boolean> isOfASide(AccountId reader, DealView deal) {
        return organisations
                .membershipsOf(reader)
                .any(membership -> membership.organisation().equals(deal.seller())
                        || membership.organisation().equals(deal.buyer()));
    }
}
