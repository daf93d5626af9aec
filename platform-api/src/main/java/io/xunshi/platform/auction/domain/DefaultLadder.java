package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.DepositState;
import io.xunshi.platform.auction.domain.Award.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows where a contract was not signed in time (违约处理): a winner who fails forfeits the deposit, and who bid
 * next is asked at their own price; where that leads to nothing, the goods are free again, and everybody sees why.
 */
public sealed interface DefaultLadder {

    /** 递补: as the winner, but free to decline. */
    record OfferedToSecond(Award award) implements DefaultLadder {}

    /** 重新挂牌: nobody gets the goods; the cause stays with the lot for everybody to see. */
    record Relisted(AuctionCause cause) implements DefaultLadder {}

    /**
     * @param buyerSigned whether the one who was to have the goods has signed, so that it is the seller who has not
     * @param next who bid next; empty where nobody did
     * @param reserve which nobody's price may be below; null where there is none
     */
    static DefaultLadder after(Award award, boolean buyerSigned, Optional<Award> next, @Nullable Reserve reserve) {
        if (buyerSigned) {
            return new Relisted(AuctionCause.SELLER_FAILED);
        }
        return switch (award.place()) {
            case SECOND -> new Relisted(AuctionCause.SECOND_DECLINED);
            case WINNER ->
                next.filter(second -> reserve == null || reserve.isMetBy(second.priceFen()))
                        .<DefaultLadder>map(OfferedToSecond::new)
                        .orElseGet(() -> new Relisted(AuctionCause.WINNER_FAILED));
        };
    }

    /** What becomes of the deposit of who was to have the goods; empty for who has none with the platform any more. */
    static Optional<DepositState> depositAfter(Award award, boolean buyerSigned) {
        if (award.place() == Place.SECOND) {
            return Optional.empty();
        }
        return Optional.of(buyerSigned ? DepositState.REFUNDED : DepositState.FORFEITED);
    }
}
