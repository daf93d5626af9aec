package io.xunshi.platform.pricing;

import org.jspecify.annotations.Nullable;

/**
 * Something in a computation that both sides must be told.
 *
 * @param subject the series and day, the attribute or the plate that it is about; may be empty
 * @param quantity how much; null where there is nothing to measure
 */
public record Finding(Kind kind, String subject, @Nullable Quantity quantity) {

    static Finding of(Kind kind, String subject) {
        return new Finding(kind, subject, null);
    }

    /** What was found. */
    public enum Kind {
        /** The day has no fixing; the one before stands in for it. */
        CARRIED_FIXING(false),
        /** So many days of the period are still to come. */
        PENDING_DAYS(true),
        /** Nothing of the period is known yet. */
        ESTIMATED_PRICE(true),
        /** So much has not been called, and still may be. */
        UNCALLED(true),
        /** The series has no fixing on or before the day. */
        NO_FIXING(true),
        /** The formula came out below zero. */
        PRICE_BELOW_ZERO(false),
        /** Nobody has read the attribute, so nothing is deducted for it yet. */
        ASSAY_MISSING(true),
        ASSAY_ALONE(true),
        /** The readings are too far apart; until the umpire has read, their mean stands in. */
        UMPIRE_NEEDED(true),
        /** The subject names the attribute and who bears the umpire's costs. */
        UMPIRE_COSTS(false),
        /** Beyond the limit at which the buyer may refuse the load. */
        REJECT_LIMIT(false),
        /** Something that no load may hold. */
        HARD_REJECT(false),
        TICKET_TWICE(false),
        TARE_OVER_GROSS(true),
        NOTHING_WEIGHED(true),
        /** One side has not weighed yet. */
        SIDE_NOT_WEIGHED(true),
        /** Buyer's weight below seller's by more than the tolerance. */
        SCALE_SHORT(false),
        SCALE_OVER(false),
        /** Below what closes the contract. */
        SHORTFALL(false),
        /** Above what closes the contract, and paid for, as the buyer accepted it. */
        OVERRUN_PAID(false),
        /** Above what closes the contract, and not paid for. */
        OVERRUN_UNPAID(false);

        private final boolean open;

        Kind(boolean open) {
            this.open = open;
        }

        /** While it stands, the figures are provisional. */
        public boolean keepsOpen() {
            return open;
        }
    }
}
