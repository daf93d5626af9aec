package io.xunshi.platform.auction.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the end of an auction finds. */
public sealed interface Closing {

    /** 流拍: nobody has bid. */
    record NoBids() implements Closing {}

    /** 待定: the best bid is below the reserve; the seller may take it for a day. */
    record BelowReserve(Award best) implements Closing {}

    /** @param awards the first first; several where the lot was bid for in parts */
    record Won(List<Award> awards) implements Closing {
        public Won {
            awards = List.copyOf(awards);
        }
    }

    /** @param reserve null where the seller set none */
    static Closing of(Bidding bidding, @Nullable Reserve reserve) {
        var winners = bidding.winners();
        if (winners.isEmpty()) {
            return new NoBids();
        }
        var best = winners.getFirst();
        return reserve == null || reserve.isMetBy(best.priceFen()) ? new Won(winners) : new BelowReserve(best);
    }
}
