package io.xunshi.platform.exchange;

/** When the buyer pays. */
public enum PaymentTerms {
    /** 款到发货: everything before loading. */
    BEFORE_LOADING,
    /** 暂付加结算: most of it before loading, the rest when weight and assay are known. */
    PROVISIONAL_AND_FINAL,
    /** 货到付款: when the goods are weighed in at the buyer's. */
    AFTER_WEIGHING
}
