package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.LapseCause;
import io.xunshi.platform.messaging.domain.LiveEvent.Kind;
import io.xunshi.platform.messaging.domain.OfferNews;
import io.xunshi.platform.messaging.domain.PriceOffer.Turn;
import io.xunshi.platform.messaging.domain.PriceOfferMove;
import io.xunshi.platform.messaging.domain.Standing;
import io.xunshi.platform.messaging.storage.BlockRepository;
import io.xunshi.platform.messaging.storage.PriceOfferRepository;
import io.xunshi.platform.messaging.usecase.TellOffers.Tale;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stops hearing from somebody, in all conversations with them, and hears them again. What was said stays readable;
 * offers that wait between the two come to nothing.
 */
@Component
public class BlockPerson {
    private final FindConversations findConversations;
    private final BlockRepository blocks;
    private final PriceOfferRepository offers;
    private final TellOffers tellOffers;
    private final LiveNews liveNews;
    private final Clock clock;

    BlockPerson(
            FindConversations findConversations,
            BlockRepository blocks,
            PriceOfferRepository offers,
            TellOffers tellOffers,
            LiveNews liveNews,
            Clock clock) {
        this.findConversations = findConversations;
        this.blocks = blocks;
        this.offers = offers;
        this.tellOffers = tellOffers;
        this.liveNews = liveNews;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> block(AccountId person, ConversationId id) {
        return findConversations
                .standing(person, id)
                .flatMap(standing -> lockListings(standing)
                        .flatMap(listings -> blocks.add(person, standing.counterpart(), clock.instant())
                                .filter(changed -> changed)
                                .flatMap(changed -> endOffers(standing, listings))));
    }

    @Transactional
    public Mono<Void> unblock(AccountId person, ConversationId id) {
        return findConversations
                .standing(person, id)
                .flatMap(standing -> blocks.remove(person, standing.counterpart())
                        .filter(changed -> changed)
                        .flatMap(changed -> tell(standing.conversation())));
    }

    /** First of all, so that whoever makes an offer in this moment either sees the block or is seen by it. */
    private Mono<List<ListingId>> lockListings(Standing standing) {
        return offers.findListingsBetween(standing.person(), standing.counterpart())
                .collectList()
                .delayUntil(listings -> Flux.fromIterable(listings).concatMap(offers::lock));
    }

    private Mono<Void> endOffers(Standing standing, List<ListingId> listings) {
        return Flux.fromIterable(listings)
                .concatMap(listing -> offers.findUnanswered(listing, standing.person(), standing.counterpart())
                        .collectList())
                .concatMapIterable(found -> found)
                .concatMap(offer -> offers.move(offer.id(), new Turn(PriceOfferMove.LAPSE, LapseCause.BLOCKED)))
                .map(lapsed -> new Tale(lapsed, OfferNews.of(LapseCause.BLOCKED)))
                .collectList()
                .flatMap(tellOffers::tell)
                .then(Mono.defer(() -> tell(standing.conversation())));
    }

    private Mono<Void> tell(Conversation conversation) {
        return liveNews.tell(conversation.people().stream()
                .map(person -> LiveNews.about(person, Kind.CONVERSATION, conversation.id()))
                .toList());
    }
}
