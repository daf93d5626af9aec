package io.xunshi.platform.clearing;

/** What a bill is for. */
public enum BillKind {
    /** 预付款: what the contract wants before loading. */
    ADVANCE,
    /** 结算款: what a statement says is still to be paid. */
    STATEMENT
}
