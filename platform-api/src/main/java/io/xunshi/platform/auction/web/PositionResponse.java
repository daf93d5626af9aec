package io.xunshi.platform.auction.web;

import io.xunshi.platform.auction.DepositState;
import io.xunshi.platform.auction.domain.EnglishAuction;
import io.xunshi.platform.auction.usecase.FindSales.Position;
import io.xunshi.platform.auction.usecase.PayDeposit.PaidDeposit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bidder's own view, for nobody else.
 *
 * @param payUrl where the deposit is paid; null until the provider has answered
 * @param isLeading at an English auction
 * @param ceilingFen the own hidden ceiling; null for who is not ahead
 * @param leastFen what they must at least offer next: who is ahead a ceiling, everybody else a price
 */
record PositionResponse(
        UUID depositId,
        int paddle,
        DepositState deposit,
        long depositFen,
        @Nullable String payUrl,
        boolean isLeading,
        @Nullable Long ceilingFen,
        long leastFen) {

    static PositionResponse of(Position position) {
        var deposit = position.deposit();
        var auction = position.sale().bidding() instanceof EnglishAuction english ? english : null;
        var leader = auction == null ? null : auction.leader();
        var ahead = leader != null && leader.paddle() == deposit.paddle() ? leader : null;
        return new PositionResponse(
                deposit.id(),
                deposit.paddle(),
                deposit.state(),
                deposit.amount().amount(),
                position.payment().payUrl(),
                ahead != null,
                ahead == null ? null : ahead.ceilingFen(),
                auction == null ? position.sale().way().startFen() : auction.leastFor(deposit.paddle()));
    }

    /** Where the deposit is paid. */
    record DepositResponse(
            UUID id,
            int paddle,
            DepositState state,
            long amountFen,
            @Nullable String payUrl) {

        static DepositResponse of(PaidDeposit paid) {
            var deposit = paid.deposit();
            return new DepositResponse(
                    deposit.id(),
                    deposit.paddle(),
                    deposit.state(),
                    deposit.amount().amount(),
                    paid.payUrl());
        }
    }
}
