package io.xunshi.platform.vehicle.domain;

import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Model years as one character, which comes again after thirty years (GB 16735-2019, table 3). */
public final class ModelYears {
    /** Without I, O, Q, U, Z and zero. */
    private static final String CODES = "ABCDEFGHJKLMNPRSTVWXY123456789";

    private static final int FIRST = 1980;
    private static final int LAST_CYCLE = 5;

    private ModelYears() {}

    /**
     * Of the years that a character stands for, none later than the next, the one nearest to the year that is stated,
     * or the latest where none is. Empty for a character that stands for no year.
     */
    public static OptionalInt resolve(char code, @Nullable Integer stated, int thisYear) {
        var place = CODES.indexOf(code);
        if (place < 0) {
            return OptionalInt.empty();
        }
        var near = stated == null ? thisYear : (int) stated;
        return IntStream.range(0, LAST_CYCLE)
                .map(cycle -> FIRST + place + cycle * CODES.length())
                .filter(year -> year <= thisYear + 1)
                .boxed()
                .min(Comparator.<Integer>comparingInt(year -> Math.abs(year - near))
                        .thenComparing(Comparator.reverseOrder()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** The character of a year. */
    public static char codeOf(int year) {
        return CODES.charAt(Math.floorMod(year - FIRST, CODES.length()));
    }
}
