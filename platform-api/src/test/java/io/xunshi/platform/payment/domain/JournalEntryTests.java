package io.xunshi.platform.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.domain.JournalEntry.Kind;
import io.xunshi.platform.payment.domain.JournalEntry.Line;
import io.xunshi.platform.payment.domain.LedgerAccount.Deposit;
import io.xunshi.platform.payment.domain.LedgerAccount.Escrow;
import io.xunshi.platform.payment.domain.LedgerAccount.PlatformFee;
import io.xunshi.platform.payment.domain.LedgerAccount.RefundInTransit;
import io.xunshi.platform.payment.domain.LedgerAccount.SellerBalance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalEntryTests {
    private static final UUID ORDER = new UUID(1, 1);
    private static final AccountId SELLER = new AccountId(new UUID(2, 2));
    private static final Payee PAYEE = Payee.of(SELLER);
    private static final PaymentId PAYMENT = new PaymentId(new UUID(3, 3));

    @Test
    void anEntryThatDoesNotBalanceCannotBeMade() {
        assertThatThrownBy(() -> new JournalEntry(
                        "key",
                        Kind.CAPTURE,
                        ORDER,
                        List.of(
                                new Line(new Escrow(ORDER), Money.fen(100)),
                                new Line(new PlatformFee(), Money.fen(-99)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefundUndoesACapture() {
        var balances = new HashMap<LedgerAccount, Long>();

        post(balances, JournalEntry.capture(part(Money.fen(500))));
        post(balances, JournalEntry.refund(part(Money.fen(500)), Money.fen(500)));

        assertThat(balances.values()).containsOnly(0L);
    }

    @Test
    void refundsInPartsUndoACaptureToo() {
        var balances = new HashMap<LedgerAccount, Long>();

        post(balances, JournalEntry.capture(part(Money.fen(500))));
        for (var part : List.of(1, 150, 349)) {
            var reason = new UUID(9, part);
            post(balances, JournalEntry.refundRequested(reason, ORDER, Money.fen(part)));
            post(balances, JournalEntry.refundPaid(reason, ORDER, Money.fen(part)));
        }

        assertThat(balances.values()).containsOnly(0L);
    }

    @Test
    void aShareUndoesARecallAndARecallARelease() {
        var balances = new HashMap<LedgerAccount, Long>();
        var reason = new UUID(8, 8);
        post(balances, JournalEntry.release(ORDER, SELLER, Money.fen(500), Money.fen(3)));
        var released = Map.copyOf(balances);

        post(balances, JournalEntry.recall(ORDER, SELLER, Money.fen(500), Money.fen(3), reason));
        assertThat(balances.values()).containsOnly(0L);
        post(balances, JournalEntry.share(ORDER, PAYEE, Money.fen(500), Money.fen(3), reason));

        assertThat(balances).isEqualTo(released);
    }

    @Test
    void aFailedPayoutUndoesAPayout() {
        var balances = new HashMap<LedgerAccount, Long>();

        post(balances, JournalEntry.payout(ORDER, PAYEE, Money.fen(500)));
        post(balances, JournalEntry.payoutFailed(ORDER, PAYEE, Money.fen(500)));

        assertThat(balances.values()).containsOnly(0L);
    }

    @Test
    void theEndOfADepositUndoesWhatSetItAside() {
        var balances = new HashMap<LedgerAccount, Long>();

        post(balances, JournalEntry.capture(part(Money.fen(900))));
        post(balances, JournalEntry.deposit(ORDER, Money.fen(700)));
        post(balances, JournalEntry.release(ORDER, SELLER, Money.fen(200), Money.fen(1)));
        post(balances, JournalEntry.depositEnd(ORDER, Money.fen(650), SELLER, Money.fen(50)));
        post(balances, JournalEntry.refundRequested(ORDER, ORDER, Money.fen(650)));
        post(balances, JournalEntry.refundPaid(ORDER, ORDER, Money.fen(650)));

        assertThat(balances)
                .containsEntry(new Escrow(ORDER), 0L)
                .containsEntry(new Deposit(ORDER), 0L)
                .containsEntry(new RefundInTransit(ORDER), 0L)
                .containsEntry(new SellerBalance(SELLER), 249L);
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
    }

    @Test
    void aSaleWithoutAFeeHasNoEmptyLine() {
        assertThat(JournalEntry.release(ORDER, SELLER, Money.fen(80), Money.fen(0))
                        .lines())
                .hasSize(2);
    }

    @Test
    void whateverIsPostedAllBalancesTogetherAreZero() {
        var random = new Random(20261123);
        var balances = new HashMap<LedgerAccount, Long>();
        for (int i = 0; i < 10_000; i++) {
            var amount = Money.fen(1 + random.nextInt(10_000_000));
            post(
                    balances,
                    switch (random.nextInt(13)) {
                        case 0 -> JournalEntry.capture(part(amount));
                        case 1 -> JournalEntry.refund(part(amount), amount);
                        case 2 ->
                            JournalEntry.release(
                                    ORDER, SELLER, amount, Money.fen(random.nextLong(amount.amount() + 1)));
                        case 3 -> JournalEntry.payout(ORDER, PAYEE, amount);
                        case 5 -> JournalEntry.refundRequested(ORDER, ORDER, amount);
                        case 6 -> JournalEntry.refundPaid(ORDER, ORDER, amount);
                        case 7 ->
                            JournalEntry.share(
                                    ORDER, PAYEE, amount, Money.fen(random.nextLong(amount.amount() + 1)), ORDER);
                        case 8 ->
                            JournalEntry.recall(
                                    ORDER, SELLER, amount, Money.fen(random.nextLong(amount.amount() + 1)), ORDER);
                        case 4 -> JournalEntry.payoutFailed(ORDER, PAYEE, amount);
                        case 9 -> JournalEntry.deposit(ORDER, amount);
                        case 10 ->
                            JournalEntry.depositEnd(
                                    ORDER, amount, SELLER, Money.fen(random.nextLong(amount.amount() + 1)));
                        case 11 -> JournalEntry.escrowMoved(ORDER, new UUID(9, 9), amount);
                        default -> JournalEntry.payoutPaid(ORDER, PAYEE, amount);
                    });
        }

        assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
    }

    private static Part part(Money amount) {
        return new Part(ORDER, amount, PAYMENT.value());
    }

    private static void post(Map<LedgerAccount, Long> balances, JournalEntry entry) {
        entry.lines()
                .forEach(line -> balances.merge(line.account(), line.amount().amount(), Long::sum));
    }
}
