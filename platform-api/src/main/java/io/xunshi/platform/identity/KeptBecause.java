package io.xunshi.platform.identity;

/**
 * Why something outlives the account that it is about. What stays names nobody: it refers to an id without a person.
 */
public enum KeptBecause {
    /** Goods, services and payments of a trade: at least three years from its completion (E-Commerce Law art. 31). */
    TRADE_RECORD,
    /** Books of account: thirty years (Measures for the Administration of Accounting Archives, annex 1). */
    ACCOUNTING,
    /** It is the other side's as much: their correspondence, their reputation, the papers of what they own now. */
    RIGHTS_OF_OTHERS,
    /** What somebody decided for the platform or a point; who answers for it must stay known. */
    OFFICIAL_ACT,
    /** That the platform did what the law asks of it: an erasure, an answered complaint. */
    PROOF_OF_DUTY
}
