package io.xunshi.platform.custody.domain;

/** Which way a chain is walked. */
public enum Direction {
    /** 溯源: to the first receipts. */
    BACK,
    /** 去向: to the products. */
    FORWARD,
    BOTH;

    public boolean leadsBack() {
        return this != FORWARD;
    }

    public boolean leadsForward() {
        return this != BACK;
    }
}
