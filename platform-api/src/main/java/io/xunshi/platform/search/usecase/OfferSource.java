package io.xunshi.platform.search.usecase;

import io.xunshi.contracts.search.IndexMessage;
import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.platform.exchange.FindableOffers;
import io.xunshi.platform.exchange.OfferSide;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Lots or demands that are before everybody. */
class OfferSource implements IndexSource {
    private final OfferSide side;
    private final FindableOffers offers;
    private final OfferDocuments documents;

    OfferSource(OfferSide side, FindableOffers offers, OfferDocuments documents) {
        this.side = side;
        this.offers = offers;
        this.documents = documents;
    }

    @Override
    public SearchIndex index() {
        return OfferDocuments.indexOf(side);
    }

    @Override
    public Flux<IndexMessage> after(@Nullable UUID last, int limit) {
        return offers.findAfter(side, last, limit).concatMap(documents::message);
    }
}
