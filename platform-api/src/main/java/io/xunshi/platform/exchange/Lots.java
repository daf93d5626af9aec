package io.xunshi.platform.exchange;

import io.xunshi.platform.organisation.OrganisationId;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules may ask and tell about lots. What changes something joins the caller's transaction. */
public interface Lots {

    /** Empty where there is no such lot. */
    Mono<LotView> find(LotId id);

    /** Those of the lots that there are, in no particular order. */
    Flux<LotView> findAll(Collection<LotId> ids);

    /** What of it can be dealt over; empty where there is no such lot. */
    Mono<LotOffer> offer(LotId id);

    /**
     * Takes a part of an offered lot, or all that is left of it, for a deal. Raises
     * {@link ExchangeProblem#LOT_NOT_OFFERED} where so much is not to be had in one part, or its seller has said
     * something else meanwhile.
     *
     * @param termsVersion of the offer that the deal is over
     * @param holder the deal, once
     */
    Mono<Void> take(LotId id, long termsVersion, UUID holder, long quantity);

    /**
     * Gives a part of what somebody holds to a deal; the rest stays with the holder until {@link #letGo}. Raises
     * {@link ExchangeProblem#LOT_NOT_HELD} where the holder does not have so much.
     *
     * @param holder of the lot, an auction
     * @param deal to which the part goes, once
     */
    Mono<Void> takeHeld(LotId id, UUID holder, UUID deal, long quantity);

    /**
     * A deal came to nothing: its part is back with who holds the lot, or offered again, or free in the stock of a lot
     * that has ended. Once.
     */
    Mono<Void> giveBack(LotId id, UUID holder);

    /**
     * A deal is signed: its part leaves the seller's stock. Raises {@link ExchangeProblem#LOT_NOT_HELD} where it has
     * none; may be repeated.
     */
    Mono<Void> sellPart(LotId id, UUID holder, OrganisationId buyer);

    /**
     * Takes an offered lot, of which no deal has a part, for one way of making its price. Of any number of callers one
     * succeeds, the others get {@link ExchangeProblem#LOT_NOT_OFFERED}; the same holder may repeat it.
     *
     * @param holder what holds it, an auction
     */
    Mono<LotView> hold(LotId id, UUID holder);

    /**
     * What the holder does not need any more is offered again, or has expired meanwhile; what deals have of it they
     * keep. Does nothing for others.
     */
    Mono<Void> letGo(LotId id, UUID holder);

    /**
     * The holder has a buyer: the quantity leaves the seller's stock. Raises {@link ExchangeProblem#LOT_NOT_HELD} for
     * anybody else's lot; the same holder may repeat it.
     */
    Mono<LotView> markSold(LotId id, UUID holder, OrganisationId buyer);
}
