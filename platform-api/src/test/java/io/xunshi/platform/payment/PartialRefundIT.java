package io.xunshi.platform.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.order.Trade;
import io.xunshi.platform.payment.domain.LedgerAccount;
import io.xunshi.platform.payment.domain.LedgerAccount.Escrow;
import io.xunshi.platform.payment.domain.LedgerAccount.RefundInTransit;
import io.xunshi.platform.payment.domain.LedgerAccount.SellerBalance;
import io.xunshi.platform.payment.storage.LedgerRepository;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What other modules may do with money in escrow: give parts of it back, share it, call it back. */
@PlatformTest
class PartialRefundIT {
    private static final long PAID = 28_000;

    @LocalServerPort
    private int port;

    @Autowired
    private Payments payments;

    @Autowired
    private LedgerRepository ledger;

    @Autowired
    private TransactionalOperator transaction;

    private Trade trade;
    private UUID order;

    @BeforeEach
    void somebodyHasPaid() {
        trade = Trade.paid(port);
        order = UUID.fromString(trade.order());
    }

    @AfterEach
    void ourBooksSumToZeroAndAgreeWithTheProviders() {
        await().untilAsserted(
                        () -> assertThat(balanceOf(new RefundInTransit(order))).isZero());
        assertThat(OutsideWorld.heldFrom(trade.intent())).isEqualTo(sumOf("PROVIDER_CLEARING") * -1);
        assertThat(ledger.sumOfAll().block()).isZero();
    }

    @Test
    void oneReasonGivesBackOnceHoweverOftenItIsGiven() {
        var reason = UUID.randomUUID();

        for (int i = 0; i < 3; i++) {
            change(payments.refund(order, Money.fen(8_400), reason));
        }

        awaitHeld(PAID - 8_400);
        assertThat(OutsideWorld.refundsOf(trade.intent())).isEqualTo(1);
        assertThat(balanceOf(new Escrow(order))).isEqualTo(PAID - 8_400);
        assertThatThrownBy(() -> change(payments.refund(order, Money.fen(1), reason)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyPartsOfAnySizeAreNeverMoreThanWasPaid() {
        var random = new Random(20261126);
        long given = 0;
        for (int i = 0; i < 20; i++) {
            long part = 1 + random.nextLong(4_000);
            if (isGiven(part)) {
                given += part;
            }
            assertThat(balanceOf(new Escrow(order))).isEqualTo(PAID - given);
        }

        awaitHeld(PAID - given);
        assertThat(isGiven(PAID - given + 1)).isFalse();
        assertThat(isGiven(PAID - given)).isTrue();
        awaitHeld(0);
    }

    @Test
    void ofManyRefundsAtOnceOnlySoManyAreGivenAsWasPaidFor() {
        var attempts = Collections.nCopies(8, 6_000L).stream()
                .map(part -> CompletableFuture.supplyAsync(() -> isGiven(part)))
                .toList();

        var given = attempts.stream().filter(CompletableFuture::join).count();

        assertThat(given).isEqualTo(4);
        awaitHeld(PAID - 24_000);
    }

    @Test
    void oneReasonAtTheSameMomentGivesBackOnce() {
        var reason = UUID.randomUUID();
        var attempts = Collections.nCopies(6, reason).stream()
                .map(same -> CompletableFuture.runAsync(() -> change(payments.refund(order, Money.fen(5_000), same))))
                .toArray(CompletableFuture<?>[]::new);

        CompletableFuture.allOf(attempts).join();

        awaitHeld(PAID - 5_000);
        assertThat(OutsideWorld.refundsOf(trade.intent())).isEqualTo(1);
    }

    @Test
    void webhooksAboutRefundsInAnyOrderAndNumberChangeNothing() {
        change(payments.refund(order, Money.fen(1_000), UUID.randomUUID()));
        change(payments.refund(order, Money.fen(2_000), UUID.randomUUID()));

        var news = new ArrayList<>(List.of("charge.refunded", "refund.created", "refund.updated", "charge.refunded"));
        Collections.shuffle(news, new Random(3));
        news.forEach(type -> trade.hearFromProvider(type).expectStatus().isOk());

        awaitHeld(PAID - 3_000);
        assertThat(OutsideWorld.refundsOf(trade.intent())).isEqualTo(2);
        assertThat(stateOfPayment()).isEqualTo(PaymentState.CAPTURED);
    }

    @Test
    void whatIsWantedBackWholeAfterAPartIsOnlyTheRest() {
        change(payments.refund(order, Money.fen(9_999), UUID.randomUUID()));

        change(payments.findByOrder(order).flatMap(payment -> payments.wantGivenBack(payment.id())));

        awaitHeld(0);
        await().untilAsserted(() -> assertThat(stateOfPayment()).isEqualTo(PaymentState.REFUNDED));
        assertThat(OutsideWorld.refundsOf(trade.intent())).isEqualTo(2);
        assertThat(isGiven(1)).isFalse();
    }

    @Test
    void whatIsLeftIsSharedAndCanBeCalledBackWhileTheBalanceHoldsIt() {
        var seller = new AccountId(new UUID(7, System.nanoTime()));
        var reason = UUID.randomUUID();
        change(payments.refund(order, Money.fen(8_000), UUID.randomUUID()));

        change(payments.shareEscrow(order, Payee.of(seller), Money.fen(20_000), Money.fen(120), reason));
        change(payments.shareEscrow(order, Payee.of(seller), Money.fen(20_000), Money.fen(120), reason));
        assertThat(balanceOf(new SellerBalance(seller))).isEqualTo(19_880);
        assertThat(balanceOf(new Escrow(order))).isZero();

        change(payments.recallEscrow(order, seller, Money.fen(20_000), Money.fen(120), UUID.randomUUID()));
        assertThat(balanceOf(new SellerBalance(seller))).isZero();
        assertThat(balanceOf(new Escrow(order))).isEqualTo(20_000);
        assertThatThrownBy(() ->
                        change(payments.recallEscrow(order, seller, Money.fen(1), Money.fen(0), UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(PaymentProblem.INSUFFICIENT_BALANCE));
    }

    private boolean isGiven(long part) {
        try {
            change(payments.refund(order, Money.fen(part), UUID.randomUUID()));
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.problem()).isIn(PaymentProblem.INSUFFICIENT_BALANCE, PaymentProblem.NOT_REFUNDABLE);
            return false;
        }
    }

    private void change(Mono<?> change) {
        change.as(transaction::transactional).block();
    }

    private void awaitHeld(long fen) {
        await().untilAsserted(
                        () -> assertThat(OutsideWorld.heldFrom(trade.intent())).isEqualTo(fen));
    }

    private PaymentState stateOfPayment() {
        return Objects.requireNonNull(payments.findByOrder(order).block()).state();
    }

    private long balanceOf(LedgerAccount account) {
        return Objects.requireNonNull(ledger.heldBalance(account).block()).amount();
    }

    private long sumOf(String account) {
        return Objects.requireNonNull(payments.postingsOf(order)
                .filter(posting -> posting.account().equals(account))
                .map(posting -> posting.amount().amount())
                .reduce(0L, Long::sum)
                .block());
    }
}
