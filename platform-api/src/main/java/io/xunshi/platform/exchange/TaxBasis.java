package io.xunshi.platform.exchange;

import io.xunshi.platform.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a price includes. Recyclers who are general taxpayers may use the simplified 3 % method (财政部 税务总局公告2021年第40号); a
 * price without its basis is no price.
 */
public enum TaxBasis {
    /** 含 13 % 增值税专用发票. */
    INCLUDES_VAT_13(1_300),
    /** 含 3 % 简易计税专用发票. */
    INCLUDES_VAT_3(300),
    /** 不含税. */
    EXCLUDES_VAT(0);

    private static final int WHOLE_BASIS_POINTS = 10_000;

    private final int rateBasisPoints;

    TaxBasis(int rateBasisPoints) {
        this.rateBasisPoints = rateBasisPoints;
    }

    /** What is left of a price without the tax that it includes, rounded half-even to the fen once (GB/T 8170). */
    public Money withoutTax(Money price) {
        var net = BigDecimal.valueOf(price.amount())
                .multiply(BigDecimal.valueOf(WHOLE_BASIS_POINTS))
                .divide(BigDecimal.valueOf((long) WHOLE_BASIS_POINTS + rateBasisPoints), 0, RoundingMode.HALF_EVEN);
        return new Money(net.longValueExact(), price.currency());
    }
}
