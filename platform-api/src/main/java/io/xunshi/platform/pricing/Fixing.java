package io.xunshi.platform.pricing;

import java.time.LocalDate;

/**
 * The price of one trading day of a series (结算参考价).
 *
 * @param revision 1 for what was entered first; 0 for one that somebody only assumes
 * @param fenPerTonne positive
 */
public record Fixing(String series, LocalDate day, int revision, long fenPerTonne) {
    /** A million yuan a tonne; more is a slip of the unit. */
    public static final long MAX_FEN_PER_TONNE = 100_000_000;

    public Fixing {
        if (fenPerTonne < 1 || fenPerTonne > MAX_FEN_PER_TONNE) {
            throw new IllegalArgumentException("No price of a tonne: " + fenPerTonne);
        }
    }

    /** What goes into a hash: <code>AD|2026-11-02|1|1985000</code>. */
    String canonical() {
        return "%s|%s|%d|%d".formatted(series, day, revision, fenPerTonne);
    }
}
