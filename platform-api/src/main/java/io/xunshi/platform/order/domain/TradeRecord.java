package io.xunshi.platform.order.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be counted of a person's trades: facts beside the opinions. All of it is of the last year, so that nobody is
 * followed for ever by what they have outgrown.
 *
 * @param sold completed sales
 * @param bought completed purchases
 * @param promised sales that a buyer paid for, completed or not
 * @param broken those of them that the seller called off or let lapse
 * @param objections how often a buyer contradicted a handover
 * @param disputesWon disputes, as buyer or seller, in which an officer or the other side's silence gave them everything
 * @param disputesLost those in which the other side got everything; what was agreed or divided counts for nobody
 * @param typicalHandover the median time from the payment to the handover; null without a sale
 * @param reviews revealed ones
 * @param ratingHundredths their mean times a hundred, rounded half up; null without a review
 */
public record TradeRecord(
        long sold,
        long bought,
        long promised,
        long broken,
        long objections,
        long disputesWon,
        long disputesLost,
        @Nullable Duration typicalHandover,
        long reviews,
        @Nullable Integer ratingHundredths) {

    /** A year before now. */
    public static Instant since(Instant now) {
        return now.minus(Duration.ofDays(365));
    }
}
