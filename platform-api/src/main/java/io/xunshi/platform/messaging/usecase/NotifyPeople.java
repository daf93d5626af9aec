package io.xunshi.platform.messaging.usecase;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountNotices;
import io.xunshi.platform.identity.AccountNotices.Channel;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.MessagingEvents.NoticeWanted;
import io.xunshi.platform.messaging.MessagingEvents.PushWanted;
import io.xunshi.platform.messaging.domain.NotificationChoice;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.storage.NotificationRepository;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import io.xunshi.platform.messaging.storage.NotificationRepository.Chosen;
import io.xunshi.platform.messaging.storage.PushSubscriptionRepository;
import io.xunshi.platform.messaging.storage.PushSubscriptionRepository.Subscribed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells people of something in the ways that each has chosen. */
@Component
class NotifyPeople {
    private final NotificationRepository notifications;
    private final PushSubscriptionRepository subscriptions;
    private final AccountNotices accountNotices;
    private final EventPublisher events;
    private final MessagingSettings settings;
    private final IdGenerator ids;

    NotifyPeople(
            NotificationRepository notifications,
            PushSubscriptionRepository subscriptions,
            AccountNotices accountNotices,
            EventPublisher events,
            MessagingSettings settings,
            IdGenerator ids) {
        this.notifications = notifications;
        this.subscriptions = subscriptions;
        this.accountNotices = accountNotices;
        this.events = events;
        this.settings = settings;
        this.ids = ids;
    }

    /** Those who find it in the app; the caller tells their pages. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<List<AccountId>> notify(
            List<Addressed> people, NotificationKind kind, UUID subject, UUID eventId, Instant at) {
        return notifications
                .choices(people.stream().map(Addressed::to).toList())
                .filter(chosen -> chosen.choice().kind() == kind)
                .collectMap(Chosen::account, Chosen::choice)
                .flatMap(chosen -> inApp(people, chosen, kind, subject, eventId, at)
                        .delayUntil(told -> outside(people, chosen, kind, at)));
    }

    private Mono<List<AccountId>> inApp(
            List<Addressed> people,
            Map<AccountId, NotificationChoice> chosen,
            NotificationKind kind,
            UUID subject,
            UUID eventId,
            Instant at) {
        var told = people.stream()
                .filter(person -> choiceOf(person, chosen, kind).inApp())
                .toList();
        var accounts = told.stream().map(Addressed::to).toList();
        return told.isEmpty()
                ? Mono.just(accounts)
                : notifications.add(told, kind, subject, eventId, at).thenReturn(accounts);
    }

    private Mono<Void> outside(
            List<Addressed> people, Map<AccountId, NotificationChoice> chosen, NotificationKind kind, Instant at) {
        return settings.notices()
                ? Flux.fromIterable(people)
                        .concatMap(person -> outside(person, choiceOf(person, chosen, kind), at))
                        .then(Mono.defer(() -> push(people, chosen, kind, at)))
                : Mono.empty();
    }

    private Mono<Void> outside(Addressed person, NotificationChoice choice, Instant at) {
        return choice.channels().isEmpty()
                ? Mono.empty()
                : accountNotices
                        .channelOf(person.to())
                        .filter(choice.channels()::contains)
                        .flatMap(channel -> events.publish(wanted(person, choice.kind(), channel, at)));
    }

    private Mono<Void> push(
            List<Addressed> people, Map<AccountId, NotificationChoice> chosen, NotificationKind kind, Instant at) {
        var pushed = people.stream()
                .filter(person -> choiceOf(person, chosen, kind).push())
                .collect(toMap(Addressed::to, Function.identity(), (first, again) -> first));
        return pushed.isEmpty()
                ? Mono.empty()
                : subscriptions
                        .of(pushed.keySet())
                        .collectList()
                        .flatMapIterable(found -> found)
                        .concatMap(found ->
                                events.publish(wanted(found, requireNonNull(pushed.get(found.account())), kind, at)))
                        .then();
    }

    private PushWanted wanted(Subscribed browser, Addressed person, NotificationKind kind, Instant at) {
        return new PushWanted(
                ids.next(),
                at,
                browser.account(),
                browser.id(),
                kind.name(),
                person.parameters().getOrDefault("path", "/notifications"));
    }

    private NoticeWanted wanted(Addressed person, NotificationKind kind, Channel channel, Instant at) {
        return new NoticeWanted(ids.next(), at, person.to(), channel, kind.name(), person.parameters());
    }

    private static NotificationChoice choiceOf(
            Addressed person, Map<AccountId, NotificationChoice> chosen, NotificationKind kind) {
        return chosen.getOrDefault(person.to(), kind.usual());
    }
}
