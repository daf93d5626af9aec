package io.xunshi.platform.connection.domain;

/** Where a delivery stands. */
public enum DeliveryState {
    /** 待投递: to be made, for the first time or again. */
    WAITING,
    /** 已送达: the endpoint answered 2xx. */
    DELIVERED,
    /** 已放弃: the last attempt failed; it can be replayed. */
    GIVEN_UP
}
