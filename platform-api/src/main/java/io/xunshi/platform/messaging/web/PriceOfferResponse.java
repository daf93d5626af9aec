package io.xunshi.platform.messaging.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.messaging.domain.LapseCause;
import io.xunshi.platform.messaging.domain.PriceOfferState;
import io.xunshi.platform.messaging.domain.PriceRange;
import io.xunshi.platform.messaging.domain.Side;
import io.xunshi.platform.messaging.usecase.FindOffers.ShownOffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price offer as one of the two sees it.
 *
 * @param author which side named the price
 * @param mine whether the reader did
 * @param cause why it lapsed; null unless it did
 * @param automatic whether the seller's bounds answered it; told to the seller alone, so false to the buyer
 * @param deadline until when it can be answered, and binds its author; null once it is answered or over
 * @param orderId null unless it was accepted
 * @param actions what the reader may do now
 * @param counter the prices that the reader may name in return; null where there are none
 * @param unpaidByBuyer how often in a year this buyer agreed on a price and did not pay; told to a seller who may
 *     answer
 */
record PriceOfferResponse(
        UUID id,
        UUID conversationId,
        UUID listingId,
        Side author,
        boolean mine,
        Money price,
        PriceOfferState state,
        @Nullable LapseCause cause,
        boolean automatic,
        Instant madeAt,
        @Nullable Instant deadline,
        @Nullable UUID orderId,
        List<Action> actions,
        @Nullable Range counter,
        long unpaidByBuyer) {
    static PriceOfferResponse of(ShownOffer shown) {
        var offer = shown.offer();
        return new PriceOfferResponse(
                offer.id().value(),
                offer.conversation().value(),
                offer.listing().value(),
                offer.author(),
                offer.author() == shown.reader(),
                offer.price(),
                offer.state(),
                offer.cause(),
                offer.isAutomatic() && shown.reader() == Side.SELLER,
                offer.madeAt(),
                offer.state().isUnanswered() ? offer.deadline() : null,
                offer.orderId(),
                actionsOf(shown),
                Range.of(shown.counter()),
                shown.unpaidByBuyer());
    }

    private static List<Action> actionsOf(ShownOffer shown) {
        if (!shown.mayAnswer()) {
            return List.of();
        }
        return shown.counter() == null
                ? List.of(Action.ACCEPT, Action.DECLINE)
                : List.of(Action.ACCEPT, Action.COUNTER, Action.DECLINE);
    }

    enum Action {
        ACCEPT,
        COUNTER,
        DECLINE
    }

    /** Prices, both ends included. */
    record Range(Money least, Money most) {
        static @Nullable Range of(@Nullable PriceRange range) {
            return range == null ? null : new Range(Money.fen(range.leastFen()), Money.fen(range.mostFen()));
        }
    }
}
