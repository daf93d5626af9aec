package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.domain.RentalNews;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import io.xunshi.platform.order.RentalEvents;
import io.xunshi.platform.order.RentalFacts;
import io.xunshi.platform.order.RentalSide;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells the two sides of a rental what became of it: notifications, and their open pages. */
@Component
public class TellRentalParties {
    private final Listings listings;
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;

    TellRentalParties(Listings listings, NotifyPeople notifyPeople, LiveNews liveNews) {
        this.listings = listings;
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
    }

    @Transactional
    public Mono<Void> tell(RentalNews news, RentalEvents event) {
        var rental = event.rental();
        return listings.find(new ListingId(rental.listingId()))
                .map(listing -> addressed(news, rental, listing))
                .flatMap(people -> notifyPeople.notify(
                        people, news.notification(), rental.rentalId(), event.eventId(), event.at()))
                .flatMap(notified -> liveNews.tell(
                        notified.stream().map(LiveNews::notification).toList()));
    }

    private static List<Addressed> addressed(RentalNews news, RentalFacts rental, ListingView listing) {
        return Stream.of(RentalSide.values())
                .filter(news::isToldTo)
                .map(side -> new Addressed(
                        side == RentalSide.TENANT ? rental.tenant() : rental.owner(),
                        Map.of(
                                "side", side.name(),
                                "title", listing.title(),
                                "orderCode", rental.code(),
                                "path", "/rentals/" + rental.rentalId())))
                .toList();
    }
}
