package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.domain.GiftRole;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import io.xunshi.platform.order.GiftEvents;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells giver, receiver and askers what became of a gift: notifications, and their open pages. */
@Component
public class TellGiftPeople {
    private final Listings listings;
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;

    TellGiftPeople(Listings listings, NotifyPeople notifyPeople, LiveNews liveNews) {
        this.listings = listings;
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
    }

    @Transactional
    public Mono<Void> tell(NotificationKind kind, GiftEvents event, GiftRole role, List<AccountId> people) {
        return people.isEmpty()
                ? Mono.empty()
                : listings.find(new ListingId(event.gift().listingId()))
                        .map(listing -> addressed(event, listing, role, people))
                        .flatMap(addressed -> notifyPeople.notify(
                                addressed, kind, event.gift().giftId(), event.eventId(), event.at()))
                        .flatMap(notified -> liveNews.tell(
                                notified.stream().map(LiveNews::notification).toList()));
    }

    private static List<Addressed> addressed(
            GiftEvents event, ListingView listing, GiftRole role, List<AccountId> people) {
        return people.stream()
                .sorted(Comparator.comparing(AccountId::value))
                .map(person -> new Addressed(
                        person,
                        Map.of(
                                "side",
                                role.name(),
                                "title",
                                listing.title(),
                                "orderCode",
                                event.gift().code(),
                                "path",
                                "/gifts/" + event.gift().giftId())))
                .toList();
    }
}
