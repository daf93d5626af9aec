package io.xunshi.platform.fulfilment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A sample in four sealed parts (四分样): one to work with, one for the umpire, one for each side.
 *
 * @param seals numbers of the four seals, in that order
 * @param keptUntil the last day on which the umpire's part must still be there
 */
public record Sample(
        String takenBy, String place, List<String> seals, Instant takenAt, LocalDate keptUntil, List<UUID> documents) {
    public static final int PARTS = 4;

    /** The trade's custom. */
    public static final int KEPT_DAYS = 30;

    public Sample {
        if (seals.stream().distinct().count() != PARTS) {
            throw new IllegalArgumentException("Four parts have four seals");
        }
        seals = List.copyOf(seals);
        documents = List.copyOf(documents);
    }
}
