package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.Introductions;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.CardKind;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.storage.BlockRepository;
import io.xunshi.platform.messaging.storage.CardRepository;
import io.xunshi.platform.messaging.storage.CardRepository.Told;
import io.xunshi.platform.messaging.storage.LiveEventRepository;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets sellers turn to those who look for what they have. */
@Component
class PublishedIntroductions implements Introductions {
    private final BlockRepository blocks;
    private final MayWrite mayWrite;
    private final OpenConversation openConversation;
    private final CardRepository cards;
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;

    PublishedIntroductions(
            BlockRepository blocks,
            MayWrite mayWrite,
            OpenConversation openConversation,
            CardRepository cards,
            NotifyPeople notifyPeople,
            LiveNews liveNews) {
        this.blocks = blocks;
        this.mayWrite = mayWrite;
        this.openConversation = openConversation;
        this.cards = cards;
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<UUID> introduce(Introduction introduction, UUID eventId, Instant at) {
        return blocks.isAnyBetween(introduction.listing().seller(), List.of(introduction.buyer()))
                .filter(blocked -> !blocked)
                .switchIfEmpty(Mono.error(MessagingProblem.BLOCKED::raise))
                .delayUntil(free -> mayWrite.check(introduction.listing().seller()))
                .flatMap(free -> openConversation.between(introduction.listing().id(), introduction.buyer()))
                .delayUntil(conversation -> tell(introduction, conversation, eventId, at))
                .map(conversation -> conversation.id().value());
    }

    private Mono<Void> tell(Introduction introduction, Conversation conversation, UUID eventId, Instant at) {
        var said = Map.of("wantedId", introduction.wantedId().toString(), "words", introduction.words());
        return cards.add(conversation.id(), CardKind.WANTED_ANSWERED, said, eventId, at)
                .flatMap(card -> notifyPeople
                        .notify(
                                List.of(addressed(introduction, conversation)),
                                NotificationKind.WANTED_ANSWERED,
                                conversation.id().value(),
                                eventId,
                                at)
                        .flatMap(notified -> liveNews.tell(news(card, notified))));
    }

    private static Addressed addressed(Introduction introduction, Conversation conversation) {
        return new Addressed(
                introduction.buyer(),
                Map.of(
                        "title", introduction.listing().title(),
                        "search", introduction.words(),
                        "path", "/messages/" + conversation.id()));
    }

    private static List<LiveEventRepository.Addressed> news(Told card, List<AccountId> notified) {
        var news = new ArrayList<LiveEventRepository.Addressed>();
        card.people().forEach(person -> news.add(LiveNews.message(person, card.conversation(), card.sequence())));
        notified.forEach(person -> news.add(LiveNews.notification(person)));
        return news;
    }
}
