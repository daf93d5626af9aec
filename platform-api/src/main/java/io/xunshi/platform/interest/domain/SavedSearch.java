package io.xunshi.platform.interest.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.search.SearchFor;
import java.time.Instant;
import java.util.UUID;

/**
 * A search that somebody wants to hear from.
 *
 * @param name the owner's own
 * @param priceDrops whether a listing that it has found before is told of again when it costs less
 * @param version grows with every edit
 */
public record SavedSearch(
        UUID id,
        AccountId account,
        String name,
        SearchFor search,
        Alerts alerts,
        boolean priceDrops,
        long version,
        Instant savedAt) {

    /** How its owner wants to hear. */
    public enum Alerts {
        /** Of each listing at once. */
        INSTANT,
        /** Once a day, of all together. */
        DAILY,
        OFF
    }
}
