package io.xunshi.platform.order;

/** Why a swap took a step: a fact with a name, which each reader is told in their own language. */
public enum SwapCause {
    SWAP_PROPOSED,
    /** One of three; the last consent is {@link #ALL_CONSENTED}. */
    CONSENT_GIVEN,
    ALL_CONSENTED,
    PARTY_DECLINED,
    PARTY_WITHDREW,
    PARTY_COUNTERED,
    NOT_ANSWERED_IN_TIME,
    /** One of the things was sold, swapped away or taken back. */
    THING_GONE,
    PAID_IN_TIME,
    /** The things were let go, but nobody else had taken them. */
    PAID_LATE,
    MONEY_IN_ESCROW,
    /** Who gives the thing typed the code that only who gets it could show. */
    THING_HANDED_OVER,
    ALL_HANDED_OVER,
    /** Their words say why. */
    PARTY_CANCELLED,
    NOT_PAID_IN_TIME,
    NOT_COLLECTED_IN_TIME,
    NOT_HANDED_OVER_IN_TIME,
    /** It is with who gave it again. */
    THING_RETURNED,
    ALL_RETURNED,
    NOT_BROUGHT_BACK_IN_TIME,
    MONEY_RETURNED
}
