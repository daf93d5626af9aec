package io.xunshi.platform.exchange.domain;

import java.math.BigDecimal;

/** A cell of a table that we write. */
public sealed interface TableCell {
    TableCell EMPTY = new Words("");

    record Words(String text) implements TableCell {}

    /** Written so that a spreadsheet can reckon with it. */
    record Number(BigDecimal value) implements TableCell {
        public Number {
            value = value.stripTrailingZeros();
            if (value.scale() < 0) {
                value = value.setScale(0);
            }
        }
    }
}
