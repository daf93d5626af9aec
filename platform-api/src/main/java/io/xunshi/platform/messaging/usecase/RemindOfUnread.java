package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.storage.NotificationRepository;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import io.xunshi.platform.messaging.storage.ReminderRepository;
import io.xunshi.platform.messaging.storage.ReminderRepository.Unread;
import io.xunshi.platform.messaging.storage.ReminderRepository.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Tells people of messages that wait: once after some minutes for each conversation, and once a day for all. */
@Component
public class RemindOfUnread {
    private static final int BATCH = 100;

    /** What waited longer is in earlier digests. */
    private static final Duration DIGEST_REACHES_BACK = Duration.ofDays(2);

    /** Whoever is talking just now needs no digest. */
    private static final Duration DIGEST_PATIENCE = Duration.ofHours(1);

    private final ReminderRepository reminders;
    private final NotificationRepository notifications;
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;
    private final MessagingSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    RemindOfUnread(
            ReminderRepository reminders,
            NotificationRepository notifications,
            NotifyPeople notifyPeople,
            LiveNews liveNews,
            MessagingSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.reminders = reminders;
        this.notifications = notifications;
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.messaging.remind-interval:20s}")
    public Mono<Void> remind() {
        return Mono.defer(() -> remind(clock.instant()));
    }

    @Scheduled(fixedDelayString = "${xunshi.messaging.digest-interval:10m}", initialDelayString = "1m")
    public Mono<Void> digest() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return now.atZone(CityTime.ZONE).getHour() < settings.digestHour() ? Mono.empty() : digest(now);
        });
    }

    private Mono<Void> remind(Instant now) {
        return reminders
                .takeDue(now, BATCH)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(waiting -> remind(waiting, now))
                .flatMapIterable(told -> told)
                .distinct()
                .map(LiveNews::notification)
                .collectList()
                .flatMap(liveNews::tell)
                .as(transaction::transactional);
    }

    private Mono<List<AccountId>> remind(Waiting waiting, Instant now) {
        var conversation = waiting.conversation().value();
        return notifications
                .isWaiting(waiting.account(), NotificationKind.MESSAGE_WAITING, conversation)
                .filter(told -> !told)
                .flatMap(untold -> notifyPeople.notify(
                        List.of(new Addressed(
                                waiting.account(),
                                Map.of(
                                        "title", waiting.listingTitle(),
                                        "count", String.valueOf(waiting.messages()),
                                        "path", "/messages/" + conversation))),
                        NotificationKind.MESSAGE_WAITING,
                        conversation,
                        ids.next(),
                        now));
    }

    private Mono<Void> digest(Instant now) {
        var day = now.atZone(CityTime.ZONE).toLocalDate();
        return reminders
                .takeDigests(day, now.minus(DIGEST_REACHES_BACK), now.minus(DIGEST_PATIENCE), BATCH)
                .collectList()
                .flatMapIterable(unread -> unread)
                .concatMap(unread -> digest(unread, now))
                .then(reminders.forgetDigestsBefore(day.minusDays(1)))
                .then()
                .as(transaction::transactional);
    }

    private Mono<List<AccountId>> digest(Unread unread, Instant now) {
        return notifyPeople.notify(
                List.of(new Addressed(
                        unread.account(), Map.of("count", String.valueOf(unread.messages()), "path", "/messages"))),
                NotificationKind.MESSAGE_DIGEST,
                unread.account().value(),
                ids.next(),
                now);
    }
}
