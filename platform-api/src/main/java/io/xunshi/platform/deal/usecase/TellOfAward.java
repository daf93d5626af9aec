package io.xunshi.platform.deal.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.storage.DealRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells both sides that there is a contract to sign. */
@Component
public class TellOfAward {
    private final DealRepository deals;
    private final TellSides tellSides;

    TellOfAward(DealRepository deals, TellSides tellSides) {
        this.deals = deals;
        this.tellSides = tellSides;
    }

    @Transactional
    public Mono<Void> tell(DealId id) {
        return deals.find(id).flatMap(tellSides::agreed);
    }
}
