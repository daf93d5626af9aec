package io.xunshi.platform.surveillance.domain;

/** How an alert ended. */
public enum ClosingReason {
    /** 误报: the detector was wrong. */
    FALSE_ALARM,
    /** 有合理解释: it happened, and is no offence. */
    EXPLAINED,
    /** 已整改: who did it has put it right. */
    CORRECTED,
    /** 已处罚 */
    PENALISED,
    /** 已移送: to another authority. */
    REFERRED
}
