package io.xunshi.platform.invoicing;

/** What is wrong with one of the four flows. */
public enum FlowFault {
    /** There is none. */
    MISSING,
    SELLER_DIFFERS,
    BUYER_DIFFERS,
    MATERIAL_DIFFERS,
    QUANTITY_DIFFERS,
    AMOUNT_DIFFERS,
    /** The buyer says that the invoice is wrong. */
    OBJECTED
}
