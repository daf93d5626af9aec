package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.messaging.domain.OfferNews;
import io.xunshi.platform.messaging.domain.PriceOfferMove;
import io.xunshi.platform.messaging.storage.PriceOfferRepository;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Notes whether an agreement was kept. Does nothing for an order that nobody bargained for, or that is noted already.
 */
@Component
public class SettleOffer {
    private final PriceOfferRepository offers;
    private final TellOffers tellOffers;

    SettleOffer(PriceOfferRepository offers, TellOffers tellOffers) {
        this.offers = offers;
        this.tellOffers = tellOffers;
    }

    /** The money is there, be it late. */
    @Transactional
    public Mono<Void> paid(UUID order) {
        return settle(order, PriceOfferMove.PAY);
    }

    /** The buyer let it expire, or called it off. */
    @Transactional
    public Mono<Void> leftUnpaid(UUID order) {
        return settle(order, PriceOfferMove.LEAVE_UNPAID);
    }

    private Mono<Void> settle(UUID order, PriceOfferMove move) {
        return offers.findOfOrder(order)
                .delayUntil(offer -> offers.lock(offer.listing()))
                .flatMap(offer -> offers.move(offer.id(), move))
                .flatMap(settled -> tellOffers.tell(settled, OfferNews.CHANGED));
    }
}
