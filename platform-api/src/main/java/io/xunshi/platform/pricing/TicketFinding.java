package io.xunshi.platform.pricing;

import java.time.Duration;
import java.time.LocalDate;

/** What makes a weigh ticket doubtful. */
public sealed interface TicketFinding {

    /** The empty vehicle would be heavier than the loaded one. */
    record TareOverGross(long grams) implements TicketFinding {}

    record NothingWeighed() implements TicketFinding {}

    /** The two weighings are too far apart for the same load. */
    record StaleTare(Duration apart) implements TicketFinding {}

    /** The scale's calibration had ended. */
    record CertificateExpired(LocalDate validTo) implements TicketFinding {}

    /**
     * The empty vehicle weighs other than it used to: water, people, another trailer, or a swapped plate.
     *
     * @param medianGrams of its last ten tares
     * @param grams more than that; less, where negative
     */
    record TareDrift(long medianGrams, long grams) implements TicketFinding {}
}
