package io.xunshi.platform.order.usecase;

import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.GiftTerms;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.GiftCause;
import io.xunshi.platform.order.GiftId;
import io.xunshi.platform.order.GiftState;
import io.xunshi.platform.order.domain.Gift;
import io.xunshi.platform.order.storage.GiftRepository;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Keeps a round of asking open over every listing that gives its thing away, and over no other. It looks at how things
 * are and not at what happened, so that news may come twice or in another order.
 */
@Component
public class FollowGiftOffer {
    private static final int SEED_BYTES = 32;

    private final GiftRepository gifts;
    private final MoveGift moveGift;
    private final Listings listings;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FollowGiftOffer(GiftRepository gifts, MoveGift moveGift, Listings listings, IdGenerator ids, Clock clock) {
        this.gifts = gifts;
        this.moveGift = moveGift;
        this.listings = listings;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> follow(ListingId id) {
        return openOver(id)
                .flatMap(gift -> listings.find(id)
                        .flatMap(listing -> adapt(gift, listing))
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .filter(isOpen -> !isOpen)
                .flatMap(none -> listings.find(id))
                .flatMap(this::open);
    }

    /** Its row is held before the listing is looked at, so that the two are of the same moment. */
    private Mono<Gift> openOver(ListingId id) {
        return gifts.findOf(id)
                .filter(gift -> !gift.state().isOver())
                .flatMap(gift -> gifts.lock(gift.id()))
                .filter(gift -> !gift.state().isOver());
    }

    private Mono<Void> adapt(Gift gift, ListingView listing) {
        var terms = listing.gift();
        if (gift.state() == GiftState.PROMISED) {
            return Mono.empty();
        }
        return terms != null && listing.state() == ListingState.PUBLISHED
                ? gifts.retune(gift.id(), terms)
                : moveGift.end(gift, GiftCause.OFFER_TAKEN_BACK, null).then();
    }

    private Mono<Void> open(ListingView listing) {
        var terms = listing.gift();
        return terms != null && listing.state() == ListingState.PUBLISHED
                ? gifts.open(round(listing, terms))
                : Mono.empty();
    }

    private Gift round(ListingView listing, GiftTerms terms) {
        var id = new GiftId(ids.next());
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return new Gift(
                id,
                ShortCode.of('G', id.value()),
                GiftState.OPEN,
                listing.id(),
                listing.seller(),
                terms,
                HexFormat.of().formatHex(seed),
                0,
                null,
                null,
                null,
                null,
                null,
                clock.instant());
    }
}
