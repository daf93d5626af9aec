package io.xunshi.sample;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.MessageDraft;
import io.xunshi.platform.messaging.domain.PriceOffer;
import io.xunshi.platform.messaging.usecase.MakeOffer;
import io.xunshi.platform.messaging.usecase.MarkRead;
import io.xunshi.platform.messaging.usecase.OpenConversation;
import io.xunshi.platform.messaging.usecase.SendMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people write to the demo accounts about their listings, what those answer, and what is offered in the end. */
class Talks {
    private static final Duration PAUSE = Duration.ofMinutes(3);

    /** One line each; those that begin with the sign are the seller's. */
    private static final String SELLER = ">";

    /** In how many of them the asker names a price, which the seller has yet to answer. */
    private static final int BARGAINED = 2;

    private static final long OFFERED_PER_CENT = 85;

    private static final List<List<String>> DIALOGUES = List.of(
            List.of("您好，这个还在吗？", ">在的，昨天刚拍的照片", "有没有磕碰？能拍一下背面吗", ">背面左下角有一道浅痕，不影响用", "好的，周六下午方便看吗？"),
            List.of("最低多少能出？", ">已经是底价了，诚心要可以包个地铁票", "哈哈行，那我今晚下单", ">好的，下单后咱们约个时间"),
            List.of("用了多久了？", ">一年多，发票还在", "保修过了吧？", ">过了，不过功能都正常，可以当面验"),
            List.of("能送到郑东新区吗？加 20", ">可以，晚上七点以后", "太好了，我先问问家里", "家里说行，我一会儿拍"),
            List.of("尺寸方便量一下吗，门宽 80 能进吗", ">最宽的地方 76，能进，需要两个人搬"));

    private final OpenConversation openConversation;
    private final SendMessage sendMessage;
    private final MarkRead markRead;
    private final MakeOffer makeOffer;
    private final Listings listings;
    private final MovingClock clock;

    Talks(
            OpenConversation openConversation,
            SendMessage sendMessage,
            MarkRead markRead,
            MakeOffer makeOffer,
            Listings listings,
            MovingClock clock) {
        this.openConversation = openConversation;
        this.sendMessage = sendMessage;
        this.markRead = markRead;
        this.makeOffer = makeOffer;
        this.listings = listings;
        this.clock = clock;
    }

    /** A dialogue about each of the listings, as far as there are dialogues. */
    Mono<Void> happen(List<ListingId> onOffer, AccountId seller, List<AccountId> askers) {
        return Flux.fromStream(() -> IntStream.range(0, Math.min(onOffer.size(), DIALOGUES.size()))
                        .boxed())
                .concatMap(n -> talk(DIALOGUES.get(n), onOffer.get(n), seller, askers.get(n))
                        .filter(id -> n < BARGAINED)
                        .flatMap(id -> bargain(id, onOffer.get(n), askers.get(n))))
                .then();
    }

    /** Whoever speaks has read what was said before; the last words wait. */
    private Mono<ConversationId> talk(List<String> lines, ListingId listing, AccountId seller, AccountId asker) {
        return openConversation
                .ask(asker, listing)
                .delayUntil(id -> Flux.fromIterable(lines).concatMap(line -> say(line, id, seller, asker)));
    }

    /** In whole yuan, as people do. */
    private Mono<PriceOffer> bargain(ConversationId id, ListingId listing, AccountId asker) {
        return listings.find(listing)
                .map(found -> found.price().amount() * OFFERED_PER_CENT / 10_000 * 100)
                .filter(fen -> fen > 0)
                .flatMap(fen -> makeOffer.make(asker, id, Money.fen(fen)));
    }

    private Mono<Void> say(String line, ConversationId id, AccountId seller, AccountId asker) {
        clock.advanceTo(clock.instant().plus(PAUSE));
        var isSellers = line.startsWith(SELLER);
        var draft = MessageDraft.of(isSellers ? line.substring(SELLER.length()) : line, List.of());
        var speaker = isSellers ? seller : asker;
        return sendMessage.send(speaker, id, draft, false).flatMap(sent -> markRead.mark(speaker, id, sent.sequence()));
    }
}
