package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountNotices;
import io.xunshi.platform.identity.AccountNotices.Channel;
import io.xunshi.platform.messaging.domain.NotificationChoice;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.storage.NotificationRepository;
import io.xunshi.platform.messaging.storage.NotificationRepository.Chosen;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How somebody wants to be told of what. */
@Component
public class ChooseNotifications {
    private final NotificationRepository notifications;
    private final AccountNotices accountNotices;

    ChooseNotifications(NotificationRepository notifications, AccountNotices accountNotices) {
        this.notifications = notifications;
        this.accountNotices = accountNotices;
    }

    /** One for every kind, chosen or usual. */
    public Mono<Choices> find(AccountId person) {
        return notifications
                .choices(List.of(person))
                .map(Chosen::choice)
                .collectMap(NotificationChoice::kind)
                .map(chosen -> Stream.of(NotificationKind.values())
                        .map(kind -> chosen.getOrDefault(kind, kind.usual()))
                        .toList())
                .flatMap(choices -> accountNotices.channelOf(person).map(channel -> new Choices(choices, channel)));
    }

    /** Changes those that are named; what concerns the safety of an account stays as it is. */
    @Transactional
    public Mono<Choices> choose(AccountId person, List<NotificationChoice> choices) {
        return Flux.fromIterable(choices)
                .concatMap(choice -> notifications.choose(person, possible(choice)))
                .then(find(person));
    }

    private static NotificationChoice possible(NotificationChoice choice) {
        return choice.kind().isSecurity()
                ? choice.kind().usual()
                : new NotificationChoice(
                        choice.kind(),
                        choice.inApp() && choice.kind().isInApp(),
                        choice.email(),
                        choice.sms(),
                        choice.push() && choice.kind().isInApp());
    }

    /** @param reachedBy the one way in which the person can be reached outside of the platform */
    public record Choices(List<NotificationChoice> choices, Channel reachedBy) {
        public Choices {
            choices = List.copyOf(choices);
        }
    }
}
