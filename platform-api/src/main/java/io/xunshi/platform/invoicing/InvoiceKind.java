package io.xunshi.platform.invoicing;

/** Whether its buyer may set its tax off. */
public enum InvoiceKind {
    /** 增值税普通发票. */
    GENERAL,
    /** 增值税专用发票. */
    SPECIAL
}
