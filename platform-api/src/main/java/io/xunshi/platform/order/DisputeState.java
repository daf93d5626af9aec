package io.xunshi.platform.order;

import java.util.Set;

/** Where a dispute about a purchase stands (售后纠纷): process version 1. A state that waits has a timer. */
public enum DisputeState {
    /** The seller has to answer what the buyer asks for. */
    AWAITING_SELLER,
    /** 协商: both sides may propose, and either may call an officer. */
    NEGOTIATING,
    /** 平台介入: an officer has to decide. */
    UNDER_REVIEW,
    /** Decided; either side may still appeal, so the money does not move yet. */
    DECIDED,
    /** 申诉: another officer has to decide, and that is final. */
    UNDER_APPEAL,
    /** 退货: the buyer has to bring the goods back. */
    RETURNING,
    /** The buyer says so; the seller has not. */
    RETURN_CLAIMED,
    /** The escrow is shared out, and the buyer's part is on its way. */
    REFUNDING,
    /** Everybody has what is theirs. */
    CLOSED,
    /** The buyer let it be; the purchase goes on where it stood. */
    WITHDRAWN;

    /** The states that may follow. */
    public Set<DisputeState> next() {
        return switch (this) {
            case AWAITING_SELLER -> Set.of(NEGOTIATING, RETURNING, REFUNDING, WITHDRAWN);
            case NEGOTIATING -> Set.of(UNDER_REVIEW, RETURNING, REFUNDING, WITHDRAWN);
            case UNDER_REVIEW -> Set.of(DECIDED, REFUNDING, CLOSED, WITHDRAWN);
            case DECIDED -> Set.of(UNDER_APPEAL, RETURNING, REFUNDING, CLOSED);
            case UNDER_APPEAL -> Set.of(RETURNING, REFUNDING, CLOSED);
            case RETURNING -> Set.of(RETURN_CLAIMED, REFUNDING, CLOSED);
            case RETURN_CLAIMED -> Set.of(UNDER_REVIEW, REFUNDING);
            case REFUNDING -> Set.of(CLOSED);
            case CLOSED, WITHDRAWN -> Set.of();
        };
    }

    public boolean isWaiting() {
        return escrow() == Escrow.FROZEN || this == REFUNDING;
    }

    /** Whether an officer has to decide. */
    public boolean isForOfficers() {
        return this == UNDER_REVIEW || this == UNDER_APPEAL;
    }

    /** What has become of the purchase's money. */
    public Escrow escrow() {
        return switch (this) {
            case AWAITING_SELLER, NEGOTIATING, UNDER_REVIEW, DECIDED, UNDER_APPEAL, RETURNING, RETURN_CLAIMED ->
                Escrow.FROZEN;
            case REFUNDING, CLOSED -> Escrow.SHARED_OUT;
            case WITHDRAWN -> Escrow.AS_BEFORE;
        };
    }

    /** What a dispute does with the price. */
    public enum Escrow {
        /** All of it is in escrow and nobody can move it: what was released before is called back. */
        FROZEN,
        /** The inverse of freezing: in escrow or with the seller, as it was before the dispute. */
        AS_BEFORE,
        /** The other end of freezing: with the buyer, the seller and the platform, to the fen. */
        SHARED_OUT
    }
}
