package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.listing.ListingEvents.ListingModerated;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells an owner what a moderator decided, and by which rule. */
@Component
public class TellSeller {
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;

    TellSeller(NotifyPeople notifyPeople, LiveNews liveNews) {
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
    }

    /** Does nothing for an event that was told already. */
    @Transactional
    public Mono<Void> tell(ListingModerated event) {
        var kind = event.isApproved() ? NotificationKind.LISTING_APPROVED : NotificationKind.LISTING_REFUSED;
        var owner = new Addressed(
                event.seller(),
                Map.of(
                        "title", event.title(),
                        "ruleZh", event.ruleZh(),
                        "ruleEn", event.ruleEn(),
                        "path", "/listings/" + event.listingId()));
        return notifyPeople
                .notify(List.of(owner), kind, event.listingId(), event.eventId(), event.at())
                .flatMap(told ->
                        liveNews.tell(told.stream().map(LiveNews::notification).toList()));
    }
}
