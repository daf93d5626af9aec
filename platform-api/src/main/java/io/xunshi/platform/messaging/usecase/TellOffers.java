package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.domain.CardKind;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.LiveEvent.Kind;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.domain.OfferNews;
import io.xunshi.platform.messaging.domain.PriceOffer;
import io.xunshi.platform.messaging.domain.Side;
import io.xunshi.platform.messaging.storage.CardRepository;
import io.xunshi.platform.messaging.storage.CardRepository.Told;
import io.xunshi.platform.messaging.storage.ConversationRepository;
import io.xunshi.platform.messaging.storage.LiveEventRepository;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells people what became of price offers: cards in their conversations, notifications, open pages. Of several offers
 * all cards come first, then all notifications, each in the order of their ids: so no two transactions wait for each
 * other.
 */
@Component
class TellOffers {
    private final ConversationRepository conversations;
    private final CardRepository cards;
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;
    private final IdGenerator ids;
    private final Clock clock;

    TellOffers(
            ConversationRepository conversations,
            CardRepository cards,
            NotifyPeople notifyPeople,
            LiveNews liveNews,
            IdGenerator ids,
            Clock clock) {
        this.conversations = conversations;
        this.cards = cards;
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> tell(PriceOffer offer, OfferNews... news) {
        return tell(Stream.of(news).map(one -> new Tale(offer, one)).toList());
    }

    /** The last thing that the caller's transaction does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> tell(List<Tale> tales) {
        return Flux.fromIterable(tales)
                .sort(Comparator.comparing(tale -> tale.offer().conversation().toString()))
                .concatMap(this::addCard)
                .collectList()
                .flatMap(told -> notify(tales)
                        .flatMap(notified -> liveNews.tell(
                                Stream.concat(pages(told), notified.stream().map(LiveNews::notification))
                                        .toList())));
    }

    /** Pages load a conversation that has a new card; where there is none, they are told to. */
    private Mono<Shown> addCard(Tale tale) {
        var offer = tale.offer();
        return Mono.justOrEmpty(tale.news().card())
                .flatMap(card -> addCard(offer, card))
                .map(told -> new Shown(offer, told.sequence()))
                .defaultIfEmpty(new Shown(offer, 0));
    }

    private Mono<Told> addCard(PriceOffer offer, CardKind card) {
        var parameters = new HashMap<>(Map.of(
                "offerId", offer.id().toString(),
                "priceFen", String.valueOf(offer.price().amount()),
                "side", offer.author().name()));
        var cause = offer.cause();
        if (cause != null) {
            parameters.put("cause", cause.name());
        }
        return cards.add(offer.conversation(), card, parameters, ids.next(), clock.instant());
    }

    private Mono<List<AccountId>> notify(List<Tale> tales) {
        return Flux.fromStream(tales.stream().flatMap(TellOffers::wanted))
                .sort(Comparator.comparing(one -> one.to().value().toString()))
                .concatMap(this::notify)
                .collectList()
                .map(notified -> notified.stream().flatMap(List::stream).toList());
    }

    private static Stream<Wanted> wanted(Tale tale) {
        var offer = tale.offer();
        return tale.news().notification().stream()
                .flatMap(kind ->
                        tale.news().notifiedSide(offer.author()).stream().map(side -> new Wanted(offer, kind, side)));
    }

    private Mono<List<AccountId>> notify(Wanted wanted) {
        var offer = wanted.offer();
        return conversations
                .find(offer.conversation())
                .flatMap(conversation -> notifyPeople.notify(
                        List.of(addressed(wanted, conversation)),
                        wanted.kind(),
                        subjectOf(offer),
                        ids.next(),
                        clock.instant()));
    }

    private static Addressed addressed(Wanted wanted, Conversation conversation) {
        var offer = wanted.offer();
        return new Addressed(
                wanted.to(),
                Map.of(
                        "side", wanted.side().name(),
                        "title", conversation.listingTitle(),
                        "price", yuan(offer.price().amount()),
                        "path", pathOf(offer)));
    }

    /** The order, once there is one. */
    private static UUID subjectOf(PriceOffer offer) {
        var order = offer.orderId();
        return order == null ? offer.conversation().value() : order;
    }

    private static String pathOf(PriceOffer offer) {
        var order = offer.orderId();
        return order == null ? "/messages/" + offer.conversation() : "/orders/" + order;
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }

    private static Stream<LiveEventRepository.Addressed> pages(List<Shown> shown) {
        return shown.stream()
                .flatMap(one ->
                        Stream.of(one.offer().buyer(), one.offer().seller()).map(person -> one.event(person)));
    }

    /** What people hear of an offer, as it is after what happened to it. */
    record Tale(PriceOffer offer, OfferNews news) {}

    private record Wanted(PriceOffer offer, NotificationKind kind, Side side) {
        AccountId to() {
            return offer.personOn(side);
        }
    }

    /** @param sequence the card's; 0 without one */
    private record Shown(PriceOffer offer, long sequence) {
        LiveEventRepository.Addressed event(AccountId to) {
            return sequence == 0
                    ? LiveNews.about(to, Kind.CONVERSATION, offer.conversation())
                    : LiveNews.message(to, offer.conversation(), sequence);
        }
    }
}
