package io.xunshi.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * What is going to happen, drawn from a seed before anything does, so that it does not depend on what is ready first.
 *
 * @param days the oldest first
 */
record Plan(List<Day> days) {

    /**
     * @param published the listings that appear
     * @param bought the purchases of listings that appeared on earlier days
     */
    record Day(LocalDate date, int hour, List<Offering> published, List<Purchase> bought) {}

    /**
     * A thing that somebody offers.
     *
     * @param seed for its picture
     */
    record Offering(
            int number,
            int seller,
            Good good,
            String title,
            String description,
            String conditionCode,
            long priceFen,
            String districtCode,
            double lat,
            double lon,
            long seed) {}

    /** A purchase by a person other than the seller. */
    record Purchase(Offering offering, int buyer, Ending ending) {}

    /** How a purchase goes on after it was paid. */
    enum Ending {
        /** The buyer shows the pickup code a day or two later. */
        HANDED_OVER,
        /** The buyer confirms without showing the code. */
        CONFIRMED,
        /** The seller says so, and the buyer's days to object pass. */
        CLAIMED,
        /** Called off before the handover; the money goes back. */
        CALLED_OFF,
        /** Never paid: the hold ends by itself. */
        ABANDONED
    }
}
