package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells people what other modules have to say. */
@Component
class PublishedNotices implements Notices {
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;

    PublishedNotices(NotifyPeople notifyPeople, LiveNews liveNews) {
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> tell(List<Notice> people, Kind kind, UUID subject, UUID eventId, Instant at) {
        var addressed = people.stream()
                .sorted(Comparator.comparing(notice -> notice.to().value()))
                .map(notice -> new Addressed(notice.to(), notice.parameters()))
                .toList();
        return addressed.isEmpty()
                ? Mono.empty()
                : notifyPeople
                        .notify(addressed, kindOf(kind), subject, eventId, at)
                        .flatMap(told -> liveNews.tell(
                                told.stream().map(LiveNews::notification).toList()));
    }

    private static NotificationKind kindOf(Kind kind) {
        return switch (kind) {
            case SAVED_PRICE_DROPPED -> NotificationKind.SAVED_PRICE_DROPPED;
            case SAVED_SOLD -> NotificationKind.SAVED_SOLD;
            case SAVED_AVAILABLE -> NotificationKind.SAVED_AVAILABLE;
            case SEARCH_MATCHED -> NotificationKind.SEARCH_MATCHED;
            case SEARCH_DIGEST -> NotificationKind.SEARCH_DIGEST;
            case SELLER_LISTED -> NotificationKind.SELLER_LISTED;
            case WANTED_MATCHED -> NotificationKind.WANTED_MATCHED;
            case WANTED_ENDING -> NotificationKind.WANTED_ENDING;
            case WANTED_APPROVED -> NotificationKind.WANTED_APPROVED;
            case WANTED_REFUSED -> NotificationKind.WANTED_REFUSED;
            case CREDIT_APPEAL_GRANTED -> NotificationKind.CREDIT_APPEAL_GRANTED;
            case CREDIT_APPEAL_REFUSED -> NotificationKind.CREDIT_APPEAL_REFUSED;
            case ARCHIVE_READY -> NotificationKind.ARCHIVE_READY;
            case STALL_ASSIGNED -> NotificationKind.STALL_ASSIGNED;
            case STALL_GIVEN_AWAY -> NotificationKind.STALL_GIVEN_AWAY;
            case MARKET_DAY_CANCELLED -> NotificationKind.MARKET_DAY_CANCELLED;
        };
    }
}
