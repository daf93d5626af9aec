package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.domain.Side;
import io.xunshi.platform.messaging.storage.CardRepository;
import io.xunshi.platform.messaging.storage.CardRepository.Told;
import io.xunshi.platform.messaging.storage.LiveEventRepository;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import io.xunshi.platform.order.OrderEvents;
import io.xunshi.platform.order.OrderFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells the two sides of an order what became of it: a card in their conversation, notifications, open pages. */
@Component
public class TellParties {
    private final OpenConversation openConversation;
    private final CardRepository cards;
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;

    TellParties(OpenConversation openConversation, CardRepository cards, NotifyPeople notifyPeople, LiveNews liveNews) {
        this.openConversation = openConversation;
        this.cards = cards;
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
    }

    /** Does nothing for an event that was told already. */
    @Transactional
    public Mono<Void> tell(OrderNews news, OrderEvents event) {
        var order = event.order();
        return openConversation
                .between(new ListingId(order.listingId()), order.buyer())
                .flatMap(conversation -> cards.add(
                                conversation.id(), news.card(), cardOf(order), event.eventId(), event.at())
                        .flatMap(told -> notifyPeople
                                .notify(
                                        addressed(news, order, conversation),
                                        news.notification(),
                                        order.orderId(),
                                        event.eventId(),
                                        event.at())
                                .flatMap(notified -> liveNews.tell(liveEvents(order, told, notified)))));
    }

    /** Only their open pages: nothing that anybody has to know. */
    @Transactional
    public Mono<Void> refresh(OrderEvents event) {
        var order = event.order();
        return liveNews.tell(Stream.of(order.buyer(), order.seller())
                .map(person -> LiveNews.order(person, order.orderId()))
                .toList());
    }

    private static Map<String, String> cardOf(OrderFacts order) {
        return Map.of("orderId", order.orderId().toString(), "orderCode", order.code());
    }

    private static List<Addressed> addressed(OrderNews news, OrderFacts order, Conversation conversation) {
        return Stream.of(Side.values())
                .filter(news::isToldTo)
                .map(side -> new Addressed(
                        side == Side.BUYER ? order.buyer() : order.seller(),
                        Map.of(
                                "side", side.name(),
                                "title", conversation.listingTitle(),
                                "orderCode", order.code(),
                                "path", "/orders/" + order.orderId())))
                .toList();
    }

    private static List<LiveEventRepository.Addressed> liveEvents(
            OrderFacts order, Told told, List<AccountId> notified) {
        var news = new ArrayList<LiveEventRepository.Addressed>();
        told.people().forEach(person -> {
            news.add(LiveNews.message(person, told.conversation(), told.sequence()));
            news.add(LiveNews.order(person, order.orderId()));
        });
        notified.forEach(person -> news.add(LiveNews.notification(person)));
        return news;
    }
}
