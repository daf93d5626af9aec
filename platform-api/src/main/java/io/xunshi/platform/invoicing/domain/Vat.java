package io.xunshi.platform.invoicing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * Value added tax in fen (增值税). Whole fen, rounded half-even where they are printed (GB/T 8170).
 *
 * @param net without tax
 * @param tax the rest
 */
public record Vat(long net, long tax) {
    private static final int WHOLE_BASIS_POINTS = 10_000;

    /** Of a natural person who sells scrap: 3 %, 1 % as long as the relief lasts, or nothing (公告2024年第5号 art. 5). */
    private static final Set<Integer> RATES_OF_PERSONS = Set.of(0, 100, 300);

    public Vat {
        if (net < 0 || tax < 0) {
            throw new IllegalArgumentException("No amounts: " + net + ", " + tax);
        }
    }

    /** @param gross with tax */
    public static Vat within(long gross, int rateBasisPoints) {
        var net = BigDecimal.valueOf(gross)
                .multiply(BigDecimal.valueOf(WHOLE_BASIS_POINTS))
                .divide(BigDecimal.valueOf((long) WHOLE_BASIS_POINTS + rateBasisPoints), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
        return new Vat(net, gross - net);
    }

    public long gross() {
        return Math.addExact(net, tax);
    }

    /** Whether the tax is what the rate makes of the net amount, up to the fen that splitting a total may cost. */
    public boolean isAt(int rateBasisPoints) {
        var exact = BigDecimal.valueOf(net)
                .multiply(BigDecimal.valueOf(rateBasisPoints))
                .divide(BigDecimal.valueOf(WHOLE_BASIS_POINTS));
        return exact.subtract(BigDecimal.valueOf(tax)).abs().compareTo(BigDecimal.ONE) <= 0;
    }

    public static boolean isRateOfPersons(int rateBasisPoints) {
        return RATES_OF_PERSONS.contains(rateBasisPoints);
    }
}
