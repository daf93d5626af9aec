package io.xunshi.platform.organisation.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** When owners are told that a licence ends. */
public final class Warnings {
    /** Days before the last day is over, the nearest first. */
    private static final List<Integer> DAYS_BEFORE = List.of(1, 7, 30);

    private Warnings() {}

    /**
     * What owners should have been told of by today: how many days before the end, 0 for that it has ended. Empty while
     * the end is far.
     */
    public static Optional<Integer> due(LocalDate lastDay, LocalDate today) {
        var left = ChronoUnit.DAYS.between(today, lastDay);
        return left < 0
                ? Optional.of(0)
                : DAYS_BEFORE.stream().filter(days -> left <= days).findFirst();
    }

    /** Whether an approved licence goes on where another ends, for all of what that is for and with no gap. */
    public static boolean isRenewalOf(Licence renewal, Licence old) {
        var oldEnd = old.validTo();
        var newEnd = renewal.validTo();
        return renewal.kind() == old.kind()
                && renewal.state() == LicenceState.APPROVED
                && oldEnd != null
                && (newEnd == null || newEnd.isAfter(oldEnd))
                && !renewal.validFrom().isAfter(oldEnd.plusDays(1))
                && renewal.materials().containsAll(old.materials())
                && renewal.areas().containsAll(old.areas());
    }
}
