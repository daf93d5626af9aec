package io.xunshi.platform.invoicing;

import java.util.Set;

/** Where a purchase from a natural person stands. */
public enum PurchaseState {
    /** 待开票: entered, and counted against what may be invoiced for the person. */
    ENTERED,
    /** 已反向开票. */
    INVOICED,
    /** 已红冲: reversed by a red-letter invoice, and counted no more. */
    REVERSED,
    /** 已撤销: taken back before there was an invoice. */
    WITHDRAWN;

    /** The states that may follow. */
    public Set<PurchaseState> next() {
        return switch (this) {
            case ENTERED -> Set.of(INVOICED, WITHDRAWN);
            case INVOICED -> Set.of(REVERSED);
            case REVERSED, WITHDRAWN -> Set.of();
        };
    }

    /** Whether it uses up what may be invoiced for the person. */
    public boolean counts() {
        return this == ENTERED || this == INVOICED;
    }
}
