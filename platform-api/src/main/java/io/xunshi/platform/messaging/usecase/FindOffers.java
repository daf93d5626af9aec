package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.PriceOffer;
import io.xunshi.platform.messaging.domain.PriceRange;
import io.xunshi.platform.messaging.domain.Side;
import io.xunshi.platform.messaging.domain.Standing;
import io.xunshi.platform.messaging.storage.OfferBoundsRepository;
import io.xunshi.platform.messaging.storage.PriceOfferRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows people the prices that they named to each other, and what each may do next. */
@Component
public class FindOffers {
    /** More than the two may make. */
    private static final int OFFERS_MAX = 50;

    /** What is older is outgrown, as with all that is counted of a person. */
    private static final Duration FACTS_REACH_BACK = Duration.ofDays(365);

    private final FindConversations findConversations;
    private final PriceOfferRepository offers;
    private final OfferBoundsRepository bounds;
    private final Bargain bargain;
    private final Listings listings;
    private final Clock clock;

    FindOffers(
            FindConversations findConversations,
            PriceOfferRepository offers,
            OfferBoundsRepository bounds,
            Bargain bargain,
            Listings listings,
            Clock clock) {
        this.findConversations = findConversations;
        this.offers = offers;
        this.bounds = bounds;
        this.bargain = bargain;
        this.listings = listings;
        this.clock = clock;
    }

    /** What buyers may offer for a listing, as anybody may know. */
    public Mono<Terms> terms(ListingId id) {
        return listings.find(id)
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .flatMap(listing -> bounds.find(id)
                        .map(decided -> decided.bounds().takesOffers() && listing.isUnique()
                                ? Terms.of(PriceRange.below(listing.price()))
                                : Terms.NONE));
    }

    /** All of a conversation, newest first. */
    public Mono<Bargaining> ofConversation(AccountId person, ConversationId id) {
        return findConversations
                .standing(person, id)
                .flatMap(this::reader)
                .flatMap(reader -> offers.findOfConversation(id, OFFERS_MAX)
                        .map(reader::shown)
                        .collectList()
                        .flatMap(shown -> bargaining(reader, shown)));
    }

    /** One of them, as it is after a change. */
    public Mono<ShownOffer> shown(AccountId person, PriceOffer offer) {
        return ofConversation(person, offer.conversation())
                .flatMapIterable(Bargaining::offers)
                .filter(one -> one.offer().id().equals(offer.id()))
                .single();
    }

    private Mono<Reader> reader(Standing standing) {
        return room(standing)
                .flatMap(room -> unpaidBy(standing)
                        .map(unpaid -> new Reader(standing, room.orElse(null), unpaid, clock.instant())));
    }

    private Mono<Bargaining> bargaining(Reader reader, List<ShownOffer> shown) {
        return isWelcome(reader.standing())
                .filter(isWelcome -> isWelcome
                        && shown.stream().noneMatch(one -> one.offer().state().isUnanswered()))
                .map(isWelcome -> new Bargaining(shown, reader.room()))
                .defaultIfEmpty(new Bargaining(shown, null));
    }

    /** The prices that a side may name at all; empty where it may name none. */
    private Mono<Optional<PriceRange>> room(Standing standing) {
        var conversation = standing.conversation();
        return listings.find(conversation.listing())
                .filter(listing -> listing.state() == ListingState.PUBLISHED && listing.forSale() && listing.isUnique())
                .map(listing -> PriceRange.below(listing.price()))
                .filter(range -> !range.isEmpty())
                .filterWhen(range -> bargain.mayNameAnother(conversation.id(), standing.side()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** Only the seller is told, before they decide. */
    private Mono<Long> unpaidBy(Standing standing) {
        return standing.side() == Side.SELLER
                ? offers.countUnpaid(
                        standing.conversation().buyer(), clock.instant().minus(FACTS_REACH_BACK))
                : Mono.just(0L);
    }

    private Mono<Boolean> isWelcome(Standing standing) {
        var conversation = standing.conversation();
        return switch (standing.side()) {
            case BUYER ->
                bounds.find(conversation.listing())
                        .map(decided -> standing.mayWrite() && decided.bounds().takesOffers());
            case SELLER -> Mono.just(standing.mayWrite() && conversation.lastSequence() > 0);
        };
    }

    /** @param room null where the reader may name no price */
    private record Reader(Standing standing, @Nullable PriceRange room, long unpaidByBuyer, Instant now) {
        ShownOffer shown(PriceOffer offer) {
            var mayAnswer = offer.isOpenAt(now) && !offer.isBy(standing.person());
            return new ShownOffer(
                    offer,
                    standing.side(),
                    mayAnswer,
                    mayAnswer ? counterTo(offer) : null,
                    mayAnswer ? unpaidByBuyer : 0);
        }

        private @Nullable PriceRange counterTo(PriceOffer offer) {
            if (room == null) {
                return null;
            }
            var counter = room.answering(offer.author(), offer.price());
            return counter.isEmpty() ? null : counter;
        }
    }

    /**
     * @param takesOffers whether buyers may name a price
     * @param range null where they may not
     */
    public record Terms(boolean takesOffers, @Nullable PriceRange range) {
        private static final Terms NONE = new Terms(false, null);

        private static Terms of(PriceRange range) {
            return range.isEmpty() ? NONE : new Terms(true, range);
        }
    }

    /** @param opening what the reader may offer now; null where they may not */
    public record Bargaining(
            List<ShownOffer> offers, @Nullable PriceRange opening) {
        public Bargaining {
            offers = List.copyOf(offers);
        }
    }

    /**
     * An offer as one of the two sees it.
     *
     * @param mayAnswer whether the reader may accept and decline
     * @param counter the prices that the reader may name in return; null where there are none
     * @param unpaidByBuyer agreements of the last year that the buyer did not pay, for a seller who may answer
     */
    public record ShownOffer(
            PriceOffer offer,
            Side reader,
            boolean mayAnswer,
            @Nullable PriceRange counter,
            long unpaidByBuyer) {}
}
