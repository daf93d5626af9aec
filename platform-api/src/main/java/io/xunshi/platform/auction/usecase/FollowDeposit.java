package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.domain.Deposit;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.storage.AuctionRepository;
import io.xunshi.platform.auction.storage.DepositRepository;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.Payments;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Moves deposits as their money moves. Money that comes when no more deposits are taken goes back at once; the
 * auction's lock puts it before or after the close.
 */
@Component
public class FollowDeposit {
    private final AuctionRepository sales;
    private final DepositRepository deposits;
    private final Payments payments;
    private final KeepDeposits keepDeposits;
    private final Rooms rooms;

    FollowDeposit(
            AuctionRepository sales,
            DepositRepository deposits,
            Payments payments,
            KeepDeposits keepDeposits,
            Rooms rooms) {
        this.sales = sales;
        this.deposits = deposits;
        this.payments = payments;
        this.keepDeposits = keepDeposits;
        this.rooms = rooms;
    }

    @Transactional
    public Mono<Void> authorized(UUID depositId, PaymentId payment) {
        return deposits.find(depositId)
                .flatMap(deposit -> sales.lock(deposit.auction()))
                .flatMap(sale ->
                        sale.takesDeposits() ? payments.wantCaptured(payment) : payments.wantGivenBack(payment));
    }

    @Transactional
    public Mono<Void> captured(UUID depositId) {
        return deposits.find(depositId)
                .flatMap(deposit -> sales.lock(deposit.auction()).flatMap(sale -> hold(deposit, sale)));
    }

    private Mono<Void> hold(Deposit deposit, Sale sale) {
        return keepDeposits
                .hold(deposit, sale)
                .filter(held -> held)
                .flatMap(held -> sale.takesDeposits() ? rooms.wakeAfterCommit(sale.id()) : returned(deposit, sale));
    }

    private Mono<Void> returned(Deposit deposit, Sale sale) {
        return deposits.find(deposit.id()).flatMap(held -> keepDeposits.release(held, sale));
    }
}
