package io.xunshi.platform.auction.domain;

import io.xunshi.platform.deal.DealId;
import org.jspecify.annotations.Nullable;

/**
 * An award and what became of the deal that was made of it.
 *
 * @param number 1, 2, 3 … within the auction
 * @param deal null for a contract from before awards became deals
 */
public record AwardedDeal(int number, Award award, @Nullable DealId deal, Outcome outcome) {

    boolean isPending() {
        return outcome == Outcome.PENDING;
    }

    /** How far its contract is. */
    public enum Outcome {
        /** 待签约 */
        PENDING,
        /** 已签约: by both. */
        SIGNED,
        /** 逾期未签: nothing comes of it. */
        LAPSED
    }
}
