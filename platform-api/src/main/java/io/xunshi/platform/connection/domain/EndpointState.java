package io.xunshi.platform.connection.domain;

/** Whether an endpoint is called. */
public enum EndpointState {
    ACTIVE,
    /** 已暂停, by an owner. */
    PAUSED,
    /** 已停用: it failed for days, or said that it is gone. */
    FAILED
}
