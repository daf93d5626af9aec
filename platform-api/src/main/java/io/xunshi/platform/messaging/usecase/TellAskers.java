package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingEvents;
import io.xunshi.platform.listing.ListingEvents.ListingReleased;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.domain.CardKind;
import io.xunshi.platform.messaging.storage.CardRepository;
import io.xunshi.platform.messaging.storage.CardRepository.Told;
import io.xunshi.platform.order.OrderView;
import io.xunshi.platform.order.Orders;
import io.xunshi.platform.order.Swaps;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells everybody who asked about a listing what became of it; who gets it learns it from the order or the swap. */
@Component
public class TellAskers {
    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    private final CardRepository cards;
    private final Listings listings;
    private final Orders orders;
    private final Swaps swaps;
    private final LiveNews liveNews;

    TellAskers(CardRepository cards, Listings listings, Orders orders, Swaps swaps, LiveNews liveNews) {
        this.cards = cards;
        this.listings = listings;
        this.orders = orders;
        this.swaps = swaps;
        this.liveNews = liveNews;
    }

    /** An order or a swap is behind it; who gets the thing by it hears more. */
    @Transactional
    public Mono<Void> tellOthers(CardKind kind, ListingEvents event) {
        return swaps.receiverOf(new ListingId(event.listingId()))
                .switchIfEmpty(orders.findOfListing(event.listingId(), 1).next().map(OrderView::buyer))
                .defaultIfEmpty(NOBODY)
                .flatMap(buyer -> tell(kind, event, buyer));
    }

    /** Who let it go knows. */
    @Transactional
    public Mono<Void> tellReleased(ListingReleased event) {
        return tell(CardKind.LISTING_RELEASED, event, Objects.requireNonNullElse(event.letGo(), NOBODY));
    }

    @Transactional
    public Mono<Void> tellAll(CardKind kind, ListingEvents event) {
        return tell(kind, event, NOBODY);
    }

    /**
     * What the listing says now is compared with what the two know, so that late news of an old price tells nothing.
     */
    @Transactional
    public Mono<Void> tellChange(ListingEvents event) {
        return listings.find(new ListingId(event.listingId()))
                .flatMap(listing -> cards.addPriceChange(listing, event.eventId(), event.at())
                        .collectList()
                        .flatMap(this::wake));
    }

    private Mono<Void> tell(CardKind kind, ListingEvents event, AccountId except) {
        return cards.addToAskers(new ListingId(event.listingId()), except, kind, event.eventId(), event.at())
                .collectList()
                .flatMap(this::wake);
    }

    private Mono<Void> wake(List<Told> told) {
        return liveNews.tell(told.stream()
                .flatMap(card -> card.people().stream()
                        .map(person -> LiveNews.message(person, card.conversation(), card.sequence())))
                .toList());
    }
}
