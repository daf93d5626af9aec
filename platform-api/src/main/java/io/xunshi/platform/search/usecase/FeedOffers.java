package io.xunshi.platform.search.usecase;

import io.xunshi.contracts.search.IndexMessage;
import io.xunshi.contracts.search.OfferRemoved;
import io.xunshi.platform.exchange.FindableOffer;
import io.xunshi.platform.exchange.FindableOffers;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.search.storage.IndexStream;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells the indexer what became of a lot or a demand: always what it is now, whatever the news was, so that news may
 * come late, twice and in any order.
 */
@Component
public class FeedOffers {
    private final FindableOffers offers;
    private final OfferDocuments documents;
    private final IndexStream stream;

    FeedOffers(FindableOffers offers, OfferDocuments documents, IndexStream stream) {
        this.offers = offers;
        this.documents = documents;
        this.stream = stream;
    }

    public Mono<Void> tell(OfferSide side, UUID id) {
        return offers.find(side, id).flatMap(this::message).flatMap(stream::add).then();
    }

    private Mono<? extends IndexMessage> message(FindableOffer offer) {
        return offer.isFindable()
                ? documents.message(offer)
                : Mono.just(new OfferRemoved(OfferDocuments.indexOf(offer.side()), offer.id(), offer.version()));
    }
}
