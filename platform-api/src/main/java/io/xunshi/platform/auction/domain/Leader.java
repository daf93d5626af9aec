package io.xunshi.platform.auction.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who is ahead. All amounts in fen per unit.
 *
 * @param priceFen what they would have to pay
 * @param ceilingFen up to which they are bid for automatically
 * @param ownStepFen by how much; null for the ladder's steps
 */
public record Leader(
        int paddle,
        long priceFen,
        long ceilingFen,
        @Nullable Long ownStepFen) {

    Leader at(long otherPriceFen) {
        return new Leader(paddle, otherPriceFen, ceilingFen, ownStepFen);
    }

    /** The price once somebody has bid up to so much, and not more than this one's ceiling. */
    long answerTo(long rivalFen, EnglishTerms terms) {
        return Math.min(ceilingFen, climbed(priceFen, rivalFen, terms));
    }

    /** The price once this one, who has bid so much at once, has gone past who was ahead until now. */
    long priceOver(long rivalFen, EnglishTerms terms) {
        return Math.max(priceFen, Math.min(ceilingFen, climbed(priceFen, rivalFen, terms)));
    }

    /**
     * The first automatic bid over a rival's. By the ladder it is one step over the rival, whatever came before; who
     * has chosen their own step goes on from their own last bid, as standing bids at MSTC do.
     */
    private long climbed(long fromFen, long rivalFen, EnglishTerms terms) {
        if (ownStepFen == null) {
            return terms.leastOver(rivalFen);
        }
        var steps = Math.max(0, Math.floorDiv(rivalFen - fromFen, ownStepFen) + 1);
        return fromFen + steps * ownStepFen;
    }
}
