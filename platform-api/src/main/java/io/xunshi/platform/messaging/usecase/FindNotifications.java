package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.domain.Notification;
import io.xunshi.platform.messaging.storage.NotificationRepository;
import io.xunshi.platform.messaging.storage.NotificationRepository.Mark;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Shows people what they were told, and remembers how far they have read. */
@Component
public class FindNotifications {
    private final NotificationRepository notifications;
    private final LiveNews liveNews;

    FindNotifications(NotificationRepository notifications, LiveNews liveNews) {
        this.notifications = notifications;
        this.liveNews = liveNews;
    }

    /** Those before a sequence, newest first. */
    public Mono<Inbox> find(AccountId person, long before, int limit) {
        return notifications
                .findBefore(person, before, limit)
                .collectList()
                .flatMap(found ->
                        notifications.mark(person).map(mark -> new Inbox(found, mark.readUpTo(), mark.unread())));
    }

    public Mono<Long> countUnread(AccountId person) {
        return notifications.mark(person).map(Mark::unread);
    }

    @Transactional
    public Mono<Void> markRead(AccountId person, long upTo) {
        return notifications
                .markRead(person, upTo)
                .filter(moved -> moved)
                .flatMap(moved -> liveNews.tell(List.of(LiveNews.notification(person))));
    }

    public record Inbox(List<Notification> notifications, long readUpTo, long unread) {
        public Inbox {
            notifications = List.copyOf(notifications);
        }
    }
}
