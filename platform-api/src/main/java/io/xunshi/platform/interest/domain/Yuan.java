package io.xunshi.platform.interest.domain;

import java.math.BigDecimal;

/** Prices as notices say them. */
public final class Yuan {
    private static final int FEN_DIGITS = 2;

    private Yuan() {}

    /** Without a currency and without zeros that say nothing: <code>280</code>, <code>99.5</code>. */
    public static String text(long fen) {
        return BigDecimal.valueOf(fen, FEN_DIGITS).stripTrailingZeros().toPlainString();
    }
}
