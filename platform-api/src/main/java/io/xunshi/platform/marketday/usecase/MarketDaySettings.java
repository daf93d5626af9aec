package io.xunshi.platform.marketday.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How market days are run.
 *
 * @param checkInBefore so long before the opening people may set up
 * @param booksOpenAfter so long after the closing what was sold is still sent, and cancelled where it was wrong
 * @param daysMax days that an organiser may have announced at once
 * @param stallsMax stalls that a person may have or wait for at once
 * @param salesMax of one stall at one day; nobody sells more by hand
 * @param unlistedFenMax the highest price of something that was never listed
 * @param listedFenMax the highest price of something that was
 */
@ConfigurationProperties("xunshi.marketday")
public record MarketDaySettings(
        @DefaultValue("3h") Duration checkInBefore,
        @DefaultValue("12h") Duration booksOpenAfter,
        @DefaultValue("20") int daysMax,
        @DefaultValue("5") int stallsMax,
        @DefaultValue("200") int salesMax,
        @DefaultValue("200000") long unlistedFenMax,
        @DefaultValue("5000000") long listedFenMax) {}
