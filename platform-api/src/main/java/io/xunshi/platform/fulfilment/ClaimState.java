package io.xunshi.platform.fulfilment;

import java.util.Set;

/** How far a claim (索赔) is: process version 1. Each state but the last has a timer. */
public enum ClaimState {
    /** 待答复: the seller has to answer. */
    UNANSWERED,
    /** 协商中: both say what they would take. */
    NEGOTIATED,
    /** 待裁定: an officer has to decide. */
    ESCALATED,
    /** 已了结. */
    ENDED;

    /** The states that may follow. */
    public Set<ClaimState> next() {
        return switch (this) {
            case UNANSWERED -> Set.of(NEGOTIATED, ENDED);
            case NEGOTIATED -> Set.of(ESCALATED, ENDED);
            case ESCALATED -> Set.of(ENDED);
            case ENDED -> Set.of();
        };
    }
}
