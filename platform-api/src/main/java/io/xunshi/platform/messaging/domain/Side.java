package io.xunshi.platform.messaging.domain;

/** Which of the two somebody is. */
public enum Side {
    BUYER,
    SELLER
}
