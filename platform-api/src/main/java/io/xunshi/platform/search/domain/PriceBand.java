package io.xunshi.platform.search.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of prices that results are counted by.
 *
 * @param fromFen inclusive
 * @param toFen exclusive; null without an end
 */
public record PriceBand(long fromFen, @Nullable Long toFen) {

    /** From a book to a car; each about four times as far as the one before. */
    public static final List<PriceBand> ALL = List.of(
            new PriceBand(0, 50_00L),
            new PriceBand(50_00, 200_00L),
            new PriceBand(200_00, 500_00L),
            new PriceBand(500_00, 2_000_00L),
            new PriceBand(2_000_00, 10_000_00L),
            new PriceBand(10_000_00, null));
}
