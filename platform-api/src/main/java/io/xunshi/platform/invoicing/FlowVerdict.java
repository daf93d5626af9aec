package io.xunshi.platform.invoicing;

/** What comparing the four flows comes to. */
public enum FlowVerdict {
    /** 一致. */
    MATCHES,
    /** 不一致. */
    DIFFERS,
    /** 缺失. */
    MISSING
}
