package io.xunshi.platform.invoicing;

/** The four things that have to agree before an invoice is believed (四流). */
public enum FlowKind {
    /** 合同流. */
    CONTRACT,
    /** 货物流. */
    GOODS,
    /** 资金流. */
    MONEY,
    /** 发票流. */
    INVOICE
}
