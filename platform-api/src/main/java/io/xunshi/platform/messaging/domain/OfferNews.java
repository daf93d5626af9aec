package io.xunshi.platform.messaging.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the two hear of an offer: a card, a notification, either, or only that their pages show it anew. */
public enum OfferNews {
    MADE(CardKind.OFFER_MADE, NotificationKind.OFFER_RECEIVED, Hearer.ADDRESSEE),
    /** Made in answer to another. */
    COUNTERED(CardKind.OFFER_MADE, NotificationKind.OFFER_COUNTERED, Hearer.ADDRESSEE),
    /** Made, and answered by the seller's bounds in the same moment: whoever made it sees what became of it. */
    MADE_AND_ANSWERED(CardKind.OFFER_MADE, null, null),
    /** The order has a card of its own; the buyer must hear that there is something to pay. */
    ACCEPTED_BY_SELLER(null, NotificationKind.OFFER_ACCEPTED, Hearer.AUTHOR),
    /** The seller hears of the order, which the buyer is about to pay. */
    ACCEPTED_BY_BUYER(null, null, null),
    DECLINED(CardKind.OFFER_DECLINED, NotificationKind.OFFER_DECLINED, Hearer.AUTHOR),
    DECLINED_AT_ONCE(CardKind.OFFER_DECLINED, null, null),
    EXPIRED(CardKind.OFFER_EXPIRED, NotificationKind.OFFER_ENDED, Hearer.AUTHOR),
    /** Whoever changed the listing knows it; the buyer does not. */
    LAPSED(CardKind.OFFER_LAPSED, NotificationKind.OFFER_ENDED, Hearer.BUYER),
    /** The listing's own card says why. */
    LAPSED_WITH_THE_LISTING(null, NotificationKind.OFFER_ENDED, Hearer.BUYER),
    /** It is suspended, open again, paid, or one of the two has blocked the other. */
    CHANGED(null, null, null);

    private final @Nullable CardKind card;
    private final @Nullable NotificationKind notification;
    private final @Nullable Hearer hearer;

    OfferNews(@Nullable CardKind card, @Nullable NotificationKind notification, @Nullable Hearer hearer) {
        this.card = card;
        this.notification = notification;
        this.hearer = hearer;
    }

    /** What the end of an offer without an answer is worth. */
    public static OfferNews of(LapseCause cause) {
        return switch (cause) {
            case PRICE_LOWERED, LISTING_CHANGED -> LAPSED;
            case LISTING_WITHDRAWN, ITEM_SOLD -> LAPSED_WITH_THE_LISTING;
            case BLOCKED -> CHANGED;
        };
    }

    public Optional<CardKind> card() {
        return Optional.ofNullable(card);
    }

    public Optional<NotificationKind> notification() {
        return Optional.ofNullable(notification);
    }

    /** Which side is notified; empty where nobody is. */
    public Optional<Side> notifiedSide(Side author) {
        return Optional.ofNullable(hearer).map(who -> switch (who) {
            case AUTHOR -> author;
            case ADDRESSEE -> author == Side.BUYER ? Side.SELLER : Side.BUYER;
            case BUYER -> Side.BUYER;
        });
    }

    private enum Hearer {
        AUTHOR,
        ADDRESSEE,
        BUYER
    }
}
