package io.xunshi.transparency.price;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a settled trade must be for a price to be made of it. The first that it is not is why it does not count, so that
 * the reasons add up to what was left out.
 *
 * @param confirmed the buyer has accepted the goods
 * @param weighed by a scale, not counted
 * @param paid in full
 * @param sameController one group has both sides
 * @param betweenTraders both sides sell what they got from others
 * @param asSpecified nothing was taken off for what the goods were
 * @param grams that were paid for
 * @param leastGrams that the trade offers of the material; zero where it has no custom
 * @param suspected surveillance finds it HIGH
 */
public record Eligibility(
        boolean confirmed,
        boolean weighed,
        boolean paid,
        boolean sameController,
        boolean betweenTraders,
        boolean asSpecified,
        long grams,
        long leastGrams,
        boolean suspected) {

    /** Why no price is made of it; empty where one is. */
    public Optional<Rejection> rejection() {
        return Stream.of(Rejection.values())
                .filter(reason -> reason.holds(this))
                .findFirst();
    }

    /** In the order in which they are looked at. */
    public enum Rejection {
        NOT_CONFIRMED,
        NOT_WEIGHED,
        NOT_PAID,
        SAME_CONTROLLER,
        BETWEEN_TRADERS,
        OFF_SPECIFICATION,
        BELOW_LEAST_LOT,
        SUSPECTED;

        private boolean holds(Eligibility trade) {
            return switch (this) {
                case NOT_CONFIRMED -> !trade.confirmed;
                case NOT_WEIGHED -> !trade.weighed;
                case NOT_PAID -> !trade.paid;
                case SAME_CONTROLLER -> trade.sameController;
                case BETWEEN_TRADERS -> trade.betweenTraders;
                case OFF_SPECIFICATION -> !trade.asSpecified;
                case BELOW_LEAST_LOT -> trade.grams < trade.leastGrams;
                case SUSPECTED -> trade.suspected;
            };
        }
    }
}
