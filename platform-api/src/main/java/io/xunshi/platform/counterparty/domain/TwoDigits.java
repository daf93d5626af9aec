package io.xunshi.platform.counterparty.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures as strangers see them: whoever knows their own deals learns of the rest no more exactly. */
public final class TwoDigits {
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    private TwoDigits() {}

    public static long of(long figure) {
        return BigDecimal.valueOf(figure).round(TWO_DIGITS).longValueExact();
    }
}
