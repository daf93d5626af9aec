package io.xunshi.platform.order;

/** Why a rental took a step: a fact with a name, which each reader is told in their own language. */
public enum RentalCause {
    RENTAL_PLACED,
    PAID_IN_TIME,
    /** The days were let go, but nobody else had taken them. */
    PAID_LATE,
    MONEY_IN_ESCROW,
    /** The owner typed the code that only the tenant could show. */
    PICKUP_CODE_GIVEN,
    LAST_DAY_IS_OVER,
    /** The tenant typed the code that only the owner could show. */
    RETURN_CODE_GIVEN,
    OWNER_HAS_IT_BACK,
    OWNER_SATISFIED,
    /** The owner's words say what. */
    OWNER_CLAIMED_DAMAGE,
    TENANT_ACCEPTED,
    /** The tenant's words say why. */
    TENANT_CONTESTED,
    OFFICER_DECIDED,
    /** The tenant's words say why. */
    TENANT_CANCELLED,
    /** The owner's words say why. */
    OWNER_CANCELLED,
    MONEY_SETTLED,
    MONEY_RETURNED,
    NOT_PAID_IN_TIME,
    NOT_COLLECTED_IN_TIME,
    NOT_FETCHED_IN_TIME,
    NEVER_BROUGHT_BACK,
    NOT_CLAIMED_IN_TIME,
    NOT_CONTESTED_IN_TIME,
    NOT_DECIDED_IN_TIME,
    NOT_RETURNED_IN_TIME
}
