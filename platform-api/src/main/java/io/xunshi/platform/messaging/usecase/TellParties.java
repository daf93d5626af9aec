package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.messaging.domain.CardKind;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.DisputeNews;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.domain.Side;
import io.xunshi.platform.messaging.storage.CardRepository;
import io.xunshi.platform.messaging.storage.LiveEventRepository;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import io.xunshi.platform.order.OrderEvents;
import io.xunshi.platform.order.OrderEvents.DisputeMoved;
import io.xunshi.platform.order.OrderFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * Does nothing for an event that was told already. A step that several orders of a bundle took at the same moment
     * is told once, of the first of them.
     */
    @Transactional
    public Mono<Void> tell(OrderNews news, OrderEvents event) {
        var together = event.order().together();
        if (together != null && !together.isFirst()) {
            return refresh(event);
        }
        var toldTo = Stream.of(Side.values()).filter(news::isToldTo).collect(Collectors.toSet());
        return tell(
                event,
                new Told(
                        news.card(),
                        news.notification(),
                        toldTo,
                        together == null ? "/orders/" + event.order().orderId() : "/bundles/" + together.bundleId(),
                        together == null
                                ? Map.of()
                                : Map.of(
                                        "bundleId", together.bundleId().toString(),
                                        "bundleCount", String.valueOf(together.count()))));
    }

    /** The same for a step of a dispute, unless the purchase tells it. */
    @Transactional
    public Mono<Void> tell(DisputeMoved event) {
        return DisputeNews.isToldByPurchase(event)
                ? refresh(event)
                : tell(
                        event,
                        new Told(
                                CardKind.DISPUTE,
                                DisputeNews.kindOf(event.step()),
                                DisputeNews.toldTo(event),
                                "/disputes/" + event.disputeId(),
                                DisputeNews.detailsOf(event)));
    }

    /** Only their open pages: nothing that anybody has to know. */
    @Transactional
    public Mono<Void> refresh(OrderEvents event) {
        var order = event.order();
        return liveNews.tell(Stream.of(order.buyer(), order.seller())
                .map(person -> LiveNews.order(person, order.orderId()))
                .toList());
    }

    private Mono<Void> tell(OrderEvents event, Told news) {
        var order = event.order();
        return openConversation
                .between(new ListingId(order.listingId()), order.buyer())
                .flatMap(conversation -> cards.add(
                                conversation.id(), news.card(), cardOf(order, news), event.eventId(), event.at())
                        .flatMap(card -> notifyPeople
                                .notify(
                                        addressed(news, order, conversation),
                                        news.notification(),
                                        order.orderId(),
                                        event.eventId(),
                                        event.at())
                                .flatMap(notified -> liveNews.tell(liveEvents(order, card, notified)))));
    }

    private static Map<String, String> cardOf(OrderFacts order, Told news) {
        var said = new HashMap<>(news.details());
        said.put("orderId", order.orderId().toString());
        said.put("orderCode", order.code());
        return said;
    }

    private static List<Addressed> addressed(Told news, OrderFacts order, Conversation conversation) {
        return news.toldTo().stream()
                .sorted()
                .map(side -> new Addressed(
                        side == Side.BUYER ? order.buyer() : order.seller(), noticeOf(news, side, order, conversation)))
                .toList();
    }

    private static Map<String, String> noticeOf(Told news, Side side, OrderFacts order, Conversation conversation) {
        var said = new HashMap<>(news.details());
        said.put("side", side.name());
        said.put("title", titleOf(order, conversation));
        said.put("orderCode", order.code());
        said.put("path", news.path());
        return said;
    }

    private static String titleOf(OrderFacts order, Conversation conversation) {
        var title = conversation.listingTitle();
        return order.pieces() == null ? title : title + " ×" + order.pieces();
    }

    private static List<LiveEventRepository.Addressed> liveEvents(
            OrderFacts order, CardRepository.Told told, List<AccountId> notified) {
        var news = new ArrayList<LiveEventRepository.Addressed>();
        told.people().forEach(person -> {
            news.add(LiveNews.message(person, told.conversation(), told.sequence()));
            news.add(LiveNews.order(person, order.orderId()));
        });
        notified.forEach(person -> news.add(LiveNews.notification(person)));
        return news;
    }

    /** @param details what the card and the notification carry besides what all of an order do */
    private record Told(
            CardKind card, NotificationKind notification, Set<Side> toldTo, String path, Map<String, String> details) {}
}
