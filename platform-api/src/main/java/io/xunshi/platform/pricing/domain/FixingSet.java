package io.xunshi.platform.pricing.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.pricing.Fixing;
import io.xunshi.platform.pricing.Fixings;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * What an officer entered at once.
 *
 * @param note where the prices were read
 * @param sha256 {@link Fixings#hashOf} of them
 */
public record FixingSet(
        UUID id,
        String series,
        Kind kind,
        String note,
        int size,
        String sha256,
        AccountId enteredBy,
        Instant enteredAt) {

    public static FixingSet of(
            UUID id, Kind kind, String note, Collection<Fixing> fixings, AccountId enteredBy, Instant enteredAt) {
        var series = fixings.iterator().next().series();
        return new FixingSet(id, series, kind, note, fixings.size(), Fixings.hashOf(fixings), enteredBy, enteredAt);
    }

    /** How it came in. */
    public enum Kind {
        ENTRY,
        IMPORT,
        CORRECTION
    }
}
