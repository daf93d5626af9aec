package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.pricing.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A buyer takes the goods for what they are. */
@Component
public class AcceptDelivery {
    private final ActForSide actForSide;
    private final MoveFulfilment moveFulfilment;
    private final TellOfDelivery tellOfDelivery;

    AcceptDelivery(ActForSide actForSide, MoveFulfilment moveFulfilment, TellOfDelivery tellOfDelivery) {
        this.actForSide = actForSide;
        this.moveFulfilment = moveFulfilment;
        this.tellOfDelivery = tellOfDelivery;
    }

    /** The statement follows at once. Raises {@link io.xunshi.platform.fulfilment.FulfilmentProblem#NOT_NOW}. */
    @Transactional
    public Mono<Performed> accept(AccountId person, DealId deal) {
        return actForSide
                .as(person, deal, Side.BUYER, ActForSide.TRADES)
                .doOnNext(performed -> performed.requireState(FulfilmentState.ASSAYED))
                .flatMap(performed -> moveFulfilment.accept(performed, FulfilmentCause.BUYER_ACCEPTED))
                .delayUntil(tellOfDelivery::moved);
    }
}
