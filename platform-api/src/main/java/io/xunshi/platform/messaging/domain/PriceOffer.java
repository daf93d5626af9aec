package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price that one of two people named to the other for a listing's item, and is bound to until the deadline.
 *
 * @param author which of the two named it
 * @param cause null unless it has lapsed
 * @param isAutomatic whether the seller's bounds answered it
 * @param fingerprint what the listing said of the item when the price was named
 * @param orderId null unless it was accepted
 */
public record PriceOffer(
        PriceOfferId id,
        ConversationId conversation,
        ListingId listing,
        AccountId buyer,
        AccountId seller,
        Side author,
        Money price,
        PriceOfferState state,
        @Nullable LapseCause cause,
        boolean isAutomatic,
        String fingerprint,
        Instant madeAt,
        Instant deadline,
        @Nullable UUID orderId) {

    /** A new one, which waits for the other side. */
    public static PriceOffer made(PriceOfferId id, Standing author, ListingView listing, Money price, Instant now) {
        var conversation = author.conversation();
        return new PriceOffer(
                id,
                conversation.id(),
                conversation.listing(),
                conversation.buyer(),
                conversation.seller(),
                author.side(),
                price,
                PriceOfferState.OPEN,
                null,
                false,
                OfferedThing.fingerprintOf(listing),
                now,
                now.plus(PriceOfferTimer.ANSWER.after().orElseThrow()),
                null);
    }

    public boolean concerns(AccountId person) {
        return buyer.equals(person) || seller.equals(person);
    }

    public boolean isBy(AccountId person) {
        return personOn(author).equals(person);
    }

    public AccountId addressee() {
        return author == Side.BUYER ? seller : buyer;
    }

    public AccountId personOn(Side side) {
        return side == Side.BUYER ? buyer : seller;
    }

    /** Whether it can be answered now; when its time is up it cannot, even before the timer has run. */
    public boolean isOpenAt(Instant now) {
        return state == PriceOfferState.OPEN && deadline.isAfter(now);
    }

    /** What the listing, as it is now, does to this offer while it is unanswered; empty where nothing changes. */
    public Optional<Turn> turnedBy(ListingView listing) {
        return switch (listing.state()) {
            case SOLD -> lapse(LapseCause.ITEM_SOLD);
            case WITHDRAWN, DRAFT, IN_REVIEW -> lapse(LapseCause.LISTING_WITHDRAWN);
            case RESERVED -> onlyFrom(PriceOfferState.OPEN, new Turn(PriceOfferMove.SUSPEND, null));
            case PUBLISHED ->
                whyNotFor(listing)
                        .flatMap(PriceOffer::lapse)
                        .or(() -> onlyFrom(PriceOfferState.SUSPENDED, new Turn(PriceOfferMove.REVIVE, null)));
        };
    }

    /** Why an offer does not hold for what the listing says and asks now; empty where it does. */
    public Optional<LapseCause> whyNotFor(ListingView listing) {
        if (price.compareTo(listing.price()) > 0) {
            return Optional.of(LapseCause.PRICE_LOWERED);
        }
        return listing.isUnique() && fingerprint.equals(OfferedThing.fingerprintOf(listing))
                ? Optional.empty()
                : Optional.of(LapseCause.LISTING_CHANGED);
    }

    private Optional<Turn> onlyFrom(PriceOfferState from, Turn turn) {
        return state == from ? Optional.of(turn) : Optional.empty();
    }

    private static Optional<Turn> lapse(LapseCause cause) {
        return Optional.of(new Turn(PriceOfferMove.LAPSE, cause));
    }

    /**
     * What circumstances do to an offer.
     *
     * @param cause null unless it lapses
     */
    public record Turn(PriceOfferMove move, @Nullable LapseCause cause) {}
}
