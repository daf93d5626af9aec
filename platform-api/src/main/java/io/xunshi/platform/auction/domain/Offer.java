package io.xunshi.platform.auction.domain;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to bid. All amounts in fen per unit.
 *
 * @param paddle 号牌
 * @param amountFen what the price shall at once be raised to; null for no more than it takes
 * @param ceilingFen 最高限价: up to this much they are bid for automatically; nobody else learns it before the price has
 *     reached it
 * @param ownStepFen by how much the automatic bids climb; null for the ladder's steps
 * @param confirmed whether they were asked if they mean so much
 */
public record Offer(
        int paddle,
        @Nullable Long amountFen,
        long ceilingFen,
        @Nullable Long ownStepFen,
        boolean confirmed) {

    /** 现价出价: so much and not more. */
    public static Offer of(int paddle, long amountFen) {
        return new Offer(paddle, amountFen, amountFen, null, false);
    }

    /** 代理出价: as little as it takes, up to so much. */
    public static Offer upTo(int paddle, long ceilingFen) {
        return new Offer(paddle, null, ceilingFen, null, false);
    }

    public Offer confirmedToo() {
        return new Offer(paddle, amountFen, ceilingFen, ownStepFen, true);
    }
}
