package io.xunshi.platform.interest.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.domain.PriceDrop;
import io.xunshi.platform.interest.domain.Yuan;
import io.xunshi.platform.interest.storage.SavedItemRepository;
import io.xunshi.platform.listing.ListingEvents;
import io.xunshi.platform.listing.ListingEvents.ListingReleased;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import io.xunshi.platform.order.OrderView;
import io.xunshi.platform.order.Orders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Tells those who saved a listing what became of it. What it is now is compared with what each of them knows, so that
 * repeated, late and cancelled-out news tell nothing.
 */
@Component
public class TellSavers {
    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    private final SavedItemRepository saved;
    private final Listings listings;
    private final Orders orders;
    private final Notices notices;
    private final InterestSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

    TellSavers(
            SavedItemRepository saved,
            Listings listings,
            Orders orders,
            Notices notices,
            InterestSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.saved = saved;
        this.listings = listings;
        this.orders = orders;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /** It says something else; a lower price is told. */
    @Transactional
    public Mono<Void> tellPrice(ListingEvents event) {
        return savedListing(event)
                .filter(listing -> listing.state() == ListingState.PUBLISHED)
                .flatMap(listing -> saved.noteDrop(listing)
                        .map(drop -> notice(drop, listing))
                        .collectList()
                        .flatMap(people -> tell(people, Kind.SAVED_PRICE_DROPPED, event)));
    }

    /** It is gone; who bought it knows. */
    @Transactional
    public Mono<Void> tellSold(ListingEvents event) {
        return savedListing(event)
                .flatMap(listing -> buyerOf(event)
                        .flatMap(buyer -> saved.noteVersion(listing.id(), event.version(), buyer)
                                .map(saver -> new Notice(saver, about(listing)))
                                .collectList()
                                .flatMap(people -> tell(people, Kind.SAVED_SOLD, event))));
    }

    /** A buyer let it go, who knows; or there is more of it. */
    @Transactional
    public Mono<Void> tellReleased(ListingReleased event) {
        var letGo = Objects.requireNonNullElse(event.letGo(), NOBODY);
        return savedListing(event).flatMap(listing -> tellAvailable(listing, letGo, event));
    }

    /** Its owner puts it out again; nobody can have saved what was never out. */
    @Transactional
    public Mono<Void> tellPublished(ListingEvents event) {
        return savedListing(event).flatMap(listing -> tellAvailable(listing, NOBODY, event));
    }

    private Mono<ListingView> savedListing(ListingEvents event) {
        var id = new ListingId(event.listingId());
        return saved.isSavedByAnybody(id).filter(isSaved -> isSaved).flatMap(isSaved -> listings.find(id));
    }

    private Mono<AccountId> buyerOf(ListingEvents event) {
        return orders.findOfListing(event.listingId(), 1)
                .next()
                .map(OrderView::buyer)
                .defaultIfEmpty(NOBODY);
    }

    private Mono<Void> tellAvailable(ListingView listing, AccountId except, ListingEvents event) {
        var now = clock.instant();
        return listing.state() == ListingState.PUBLISHED
                ? saved.noteAvailable(listing, event.version(), except, now.minus(settings.availablePause()), now)
                        .map(saver -> new Notice(saver, about(listing)))
                        .collectList()
                        .flatMap(people -> tell(people, Kind.SAVED_AVAILABLE, event))
                : Mono.empty();
    }

    private Mono<Void> tell(List<Notice> people, Kind kind, ListingEvents event) {
        meters.counter("xunshi.interest.notices", "kind", kind.name()).increment(people.size());
        return notices.tell(people, kind, event.listingId(), event.eventId(), event.at());
    }

    private static Notice notice(PriceDrop drop, ListingView listing) {
        return new Notice(
                drop.to(),
                Map.of(
                        "title", listing.title(),
                        "from", Yuan.text(drop.fromFen()),
                        "price", Yuan.text(listing.price().amount()),
                        "path", pathOf(listing)));
    }

    private static Map<String, String> about(ListingView listing) {
        return Map.of("title", listing.title(), "path", pathOf(listing));
    }

    private static String pathOf(ListingView listing) {
        return "/listings/" + listing.id();
    }
}
