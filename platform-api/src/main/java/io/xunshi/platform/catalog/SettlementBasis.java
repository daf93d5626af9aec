package io.xunshi.platform.catalog;

/** What a quantity of a material is paid by. */
public enum SettlementBasis {
    /** The net weight less what is not the material (净重扣杂). */
    DRY_NET,
    /** The net weight brought to the contract's moisture (折水). */
    MOISTURE_ADJ,
    /** Pieces. */
    COUNT
}
