package io.xunshi.platform.appraisal.domain;

import io.xunshi.platform.identity.AccountId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appraisal that a seller has booked at a point.
 *
 * @param code what is read out at the counter and stands on the certificate, <code>Z…</code>
 * @param day on which the thing is brought
 * @param certificate null until it was looked at
 */
public record Appraisal(
        UUID id,
        String code,
        UUID listingId,
        AccountId seller,
        UUID pointId,
        LocalDate day,
        State state,
        @Nullable Certificate certificate) {
    /** Whoever comes a little late is still looked at. */
    private static final int GRACE_DAYS = 7;

    /** What was booked for an earlier day than this has lapsed. */
    public static LocalDate oldestOpenDay(LocalDate today) {
        return today.minusDays(GRACE_DAYS);
    }

    /** Whether the thing can still be brought. */
    public boolean isOpen(LocalDate today) {
        return state == State.BOOKED && !day.isBefore(oldestOpenDay(today));
    }

    /** Where it stands. A booking lapses by itself some days after its day. */
    public enum State {
        BOOKED,
        CERTIFIED,
        CANCELLED
    }
}
