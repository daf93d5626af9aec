package io.xunshi.platform.interest.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.search.SearchFor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A search that somebody wants to hear from.
 *
 * @param origin who keeps it
 * @param name the owner's own
 * @param answers what a listing must answer to its category's questions; empty where that does not matter
 * @param priceDrops whether a listing that it has found before is told of again when it costs less
 * @param version grows with every edit
 */
public record SavedSearch(
        UUID id,
        Origin origin,
        AccountId account,
        String name,
        SearchFor search,
        Map<String, String> answers,
        Alerts alerts,
        boolean priceDrops,
        long version,
        Instant savedAt) {

    public SavedSearch {
        answers = Map.copyOf(answers);
    }

    public boolean isAnsweredBy(ListingView listing) {
        return listing.attributes().entrySet().containsAll(answers.entrySet());
    }

    /** Who keeps it, and ends it. */
    public enum Origin {
        /** Its owner, who sees it among their saved searches. */
        PERSON,
        /** A wanted post (求购), as long as that is open. */
        WANTED
    }

    /** How its owner wants to hear. */
    public enum Alerts {
        /** Of each listing at once. */
        INSTANT,
        /** Once a day, of all together. */
        DAILY,
        OFF
    }
}
