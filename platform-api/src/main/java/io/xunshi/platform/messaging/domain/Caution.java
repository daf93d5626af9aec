package io.xunshi.platform.messaging.domain;

/** What in a message may lead the two away from the platform's protection. */
public enum Caution {
    PHONE,
    EMAIL,
    LINK,
    WECHAT,
    QQ,
    /** Talk of a code to be scanned: it is a contact or a payee that no text shows. */
    QR_CODE,
    /** Money that would pass by the escrow. */
    OFF_PLATFORM_PAYMENT,
    /** An address that imitates a market or a payment, or hides where it leads. */
    SCAM_LINK
}
