package io.xunshi.transparency.price;

import java.util.List;

/** Numbers that are said roughly, lest one more or less tells of one firm. */
public final class Bands {
    private static final long GRAMS_PER_TONNE = 1_000_000;
    private static final List<Long> COUNTS = List.of(1L, 3L, 5L, 10L, 25L, 100L);
    private static final List<Long> TONNES = List.of(1L, 50L, 100L, 250L, 500L, 1_000L, 5_000L, 10_000L);

    private Bands() {}

    /** Of how many: <code>0</code>, <code>3-4</code>, <code>100+</code>. */
    public static String of(long count) {
        return count == 0 ? "0" : band(count, COUNTS);
    }

    /** Of how much: <code>50-99</code> tonnes; less than one is <code>0</code>. */
    public static String ofTonnes(long grams) {
        var tonnes = grams / GRAMS_PER_TONNE;
        return tonnes == 0 ? "0" : band(tonnes, TONNES);
    }

    private static String band(long number, List<Long> lowest) {
        for (int i = lowest.size() - 1; i >= 0; i--) {
            if (number >= lowest.get(i)) {
                return i + 1 == lowest.size() ? lowest.get(i) + "+" : lowest.get(i) + "-" + (lowest.get(i + 1) - 1);
            }
        }
        throw new IllegalArgumentException("No band of " + number);
    }
}
