package io.xunshi.sample;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who has several of the same: chairs of a table, crayons of a class. */
final class Stocks {
    private static final Set<String> KINDS = Set.of("chair", "school-supplies", "lighting");
    private static final int ONE_IN = 3;
    private static final int LEAST = 4;
    private static final int SPREAD = 9;
    private static final int BOUGHT_MAX = 3;

    private Stocks() {}

    /** Null for a single thing. */
    static @Nullable Integer of(String category, int number) {
        return KINDS.contains(category) && number % ONE_IN == 1 ? (Integer) (LEAST + number % SPREAD) : null;
    }

    /** How many somebody takes. */
    static int boughtOf(String category, int number) {
        return of(category, number) == null ? 1 : 1 + number % BOUGHT_MAX;
    }
}
