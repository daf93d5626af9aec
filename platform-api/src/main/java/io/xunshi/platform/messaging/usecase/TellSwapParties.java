package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.messaging.domain.CardKind;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.domain.SwapNews;
import io.xunshi.platform.messaging.storage.CardRepository;
import io.xunshi.platform.messaging.storage.CardRepository.Told;
import io.xunshi.platform.messaging.storage.LiveEventRepository;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import io.xunshi.platform.order.SwapEvents.SwapMoved;
import io.xunshi.platform.order.SwapFacts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Tells those who take part in a swap what became of it: notifications, their open pages and, between two, a card in
 * their conversation about what the proposer asked for. Three have no conversation together.
 */
@Component
public class TellSwapParties {
    private static final int TWO = 2;

    private final OpenConversation openConversation;
    private final CardRepository cards;
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;

    TellSwapParties(
            OpenConversation openConversation, CardRepository cards, NotifyPeople notifyPeople, LiveNews liveNews) {
        this.openConversation = openConversation;
        this.cards = cards;
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
    }

    @Transactional
    public Mono<Void> tell(SwapMoved event) {
        return cardNews(event)
                .flatMap(ofCard -> notified(event)
                        .flatMap(ofNotices -> liveNews.tell(Stream.of(pages(event), ofCard, ofNotices)
                                .flatMap(List::stream)
                                .toList())));
    }

    private Mono<List<LiveEventRepository.Addressed>> cardNews(SwapMoved event) {
        var swap = event.swap();
        return swap.parties().size() == TWO && SwapNews.notificationOf(event).isPresent()
                ? openConversation
                        .between(
                                new ListingId(SwapNews.thingFor(swap.proposer(), event)
                                        .listingId()),
                                swap.proposer())
                        .flatMap(conversation ->
                                cards.add(conversation.id(), CardKind.SWAP, cardOf(event), event.eventId(), event.at()))
                        .map(TellSwapParties::messages)
                        .defaultIfEmpty(List.of())
                : Mono.just(List.of());
    }

    private Mono<List<LiveEventRepository.Addressed>> notified(SwapMoved event) {
        return SwapNews.notificationOf(event).map(kind -> notify(event, kind)).orElseGet(() -> Mono.just(List.of()));
    }

    private Mono<List<LiveEventRepository.Addressed>> notify(SwapMoved event, NotificationKind kind) {
        var people = SwapNews.toldTo(event).stream()
                .map(person -> new Addressed(person, noticeOf(person, event)))
                .toList();
        return notifyPeople
                .notify(people, kind, event.swap().swapId(), event.eventId(), event.at())
                .map(told -> told.stream().map(LiveNews::notification).toList());
    }

    private static Map<String, String> noticeOf(AccountId person, SwapMoved event) {
        var swap = event.swap();
        return Map.of(
                "title", SwapNews.thingFor(person, event).title(),
                "orderCode", swap.code(),
                "path", "/swaps/" + swap.swapId());
    }

    private static Map<String, String> cardOf(SwapMoved event) {
        var swap = event.swap();
        return Map.of(
                "swapId", swap.swapId().toString(),
                "orderCode", swap.code(),
                "cause", event.cause().name(),
                "state", event.state().name(),
                "given", swap.parties().getFirst().title(),
                "asked", swap.parties().getLast().title());
    }

    private static List<LiveEventRepository.Addressed> messages(Told card) {
        return card.people().stream()
                .map(person -> LiveNews.message(person, card.conversation(), card.sequence()))
                .toList();
    }

    private static List<LiveEventRepository.Addressed> pages(SwapMoved event) {
        return event.swap().parties().stream()
                .map(SwapFacts.Party::person)
                .map(person -> LiveNews.order(person, event.swap().swapId()))
                .toList();
    }
}
