package io.xunshi.platform.pricing.domain;

import io.xunshi.platform.pricing.Fixing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A price so far from the one before that somebody has to confirm it.
 *
 * @param factor by which it looks like another unit: 1000 for 19,850,000 after 19,850; 1 where it is only far off
 */
public record Doubt(LocalDate day, long fenPerTonne, LocalDate previousDay, long previousFenPerTonne, String factor) {
    /** An exchange stops trading before a day's price moves further than this. */
    private static final int LARGEST_MOVE_PERCENT = 15;

    private static final int MAX_POWER = 4;

    /** Empty where it is near enough. */
    public static Optional<Doubt> of(LocalDate day, long fenPerTonne, Fixing previous) {
        return isNear(fenPerTonne, previous.fenPerTonne(), BigDecimal.ONE)
                ? Optional.empty()
                : Optional.of(new Doubt(
                        day,
                        fenPerTonne,
                        previous.day(),
                        previous.fenPerTonne(),
                        factor(fenPerTonne, previous.fenPerTonne()).toPlainString()));
    }

    private static BigDecimal factor(long price, long previous) {
        for (int power = -MAX_POWER; power <= MAX_POWER; power++) {
            var factor = BigDecimal.ONE.scaleByPowerOfTen(power);
            if (isNear(price, previous, factor)) {
                return factor;
            }
        }
        return BigDecimal.ONE;
    }

    private static boolean isNear(long price, long previous, BigDecimal factor) {
        var expected = BigDecimal.valueOf(previous).multiply(factor);
        var distance = BigDecimal.valueOf(price).subtract(expected).abs();
        return distance.movePointRight(2).compareTo(expected.multiply(BigDecimal.valueOf(LARGEST_MOVE_PERCENT))) <= 0;
    }
}
