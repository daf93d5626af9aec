package io.xunshi.platform.fulfilment;

import java.util.Set;

/**
 * How far the performance of a deal is: process version 1. A state that waits names the timer that ends its waiting.
 */
public enum FulfilmentState {
    /** 待发货: signed; the seller has to send something. */
    CONTRACTED,
    /** 运输中: something is on its way; both sides have to weigh or count it. */
    DISPATCHED,
    /** 待取样: weighed at both ends; a sample in four parts has to be taken. */
    WEIGHED,
    /** 待化验: both sides have to read their part of the sample. */
    SAMPLED,
    /** 待仲裁: their readings are too far apart; an independent laboratory has to read the third part. */
    DISPUTED,
    /** 待验收: the buyer accepts the goods, or says what is wrong with them. */
    ASSAYED,
    /** 索赔中: the buyer has said what is wrong, see {@link ClaimState}. */
    CLAIMED,
    /** 待结算: accepted; some of the price may still be to come. */
    ACCEPTED,
    /** 已结算: the final statement is out, and is to be paid. */
    SETTLED,
    /** 已完结: the money has moved. */
    CLOSED,
    /** 已拒收: the buyer has refused the goods, rightly; nothing is owed for them. */
    REFUSED,
    /** 未交货: nothing came in time. */
    NOT_DELIVERED;

    /** The states that may follow. */
    public Set<FulfilmentState> next() {
        return switch (this) {
            case CONTRACTED -> Set.of(DISPATCHED, NOT_DELIVERED);
            case DISPATCHED -> Set.of(WEIGHED, NOT_DELIVERED);
            case WEIGHED -> Set.of(SAMPLED, ASSAYED);
            case SAMPLED -> Set.of(DISPUTED, ASSAYED);
            case DISPUTED -> Set.of(ASSAYED);
            case ASSAYED -> Set.of(ACCEPTED, CLAIMED);
            case CLAIMED -> Set.of(ACCEPTED, REFUSED);
            case ACCEPTED -> Set.of(SETTLED);
            case SETTLED -> Set.of(CLOSED);
            case CLOSED, REFUSED, NOT_DELIVERED -> Set.of();
        };
    }

    /**
     * Whether somebody or something is waited for, so that a timer must run. What is settled waits for money, which has
     * timers of its own.
     */
    public boolean isWaiting() {
        return switch (this) {
            case CONTRACTED, DISPATCHED, WEIGHED, SAMPLED, DISPUTED, ASSAYED, CLAIMED, ACCEPTED -> true;
            case SETTLED, CLOSED, REFUSED, NOT_DELIVERED -> false;
        };
    }

    /**
     * Whether a third scale can still weigh, or a wrong ticket be corrected. Once the goods are sampled the buyer
     * decides about the weights that are there.
     */
    public boolean takesTickets() {
        return this == DISPATCHED || this == WEIGHED;
    }

    /** Whether both sides can still come to stand by what a third scale said. */
    public boolean takesAgreement() {
        return switch (this) {
            case DISPATCHED, WEIGHED, SAMPLED, DISPUTED, ASSAYED, CLAIMED -> true;
            case CONTRACTED, ACCEPTED, SETTLED, CLOSED, REFUSED, NOT_DELIVERED -> false;
        };
    }

    /** Whether the goods are the buyer's, for what they are. */
    public boolean isAccepted() {
        return this == ACCEPTED || this == SETTLED || this == CLOSED;
    }
}
