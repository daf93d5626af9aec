package io.xunshi.platform.invoicing;

import java.util.Set;

/**
 * Where the invoice of a deal stands. An invoice holds from the day it was issued, whatever its buyer says of it; so
 * none of these waits for anybody, and none has a timer.
 */
public enum InvoiceState {
    /** 已开具. */
    ISSUED,
    /** 已收票: the buyer has it, and finds it right. */
    CONFIRMED,
    /** 有异议: the buyer says what is wrong with it. */
    OBJECTED,
    /** 已红冲: reversed by a red-letter invoice; another may take its place. */
    REVERSED;

    /** The states that may follow. */
    public Set<InvoiceState> next() {
        return switch (this) {
            case ISSUED, OBJECTED -> Set.of(CONFIRMED, OBJECTED, REVERSED);
            case CONFIRMED -> Set.of(OBJECTED, REVERSED);
            case REVERSED -> Set.of();
        };
    }
}
