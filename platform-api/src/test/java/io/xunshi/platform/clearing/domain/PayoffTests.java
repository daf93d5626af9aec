package io.xunshi.platform.clearing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.clearing.BillKind;
import io.xunshi.platform.clearing.BillState;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How what is held is shared out. */
class PayoffTests {

    @Test
    void withNothingTooMuchAllIsTheSellers() {
        assertThat(Payoff.of(List.of(held(100), held(30)), Money.fen(0)))
                .extracting(Payoff.Share::toSeller)
                .containsExactly(Money.fen(100), Money.fen(30));
    }

    @Test
    void whatWasPaidLastGoesBackFirst() {
        assertThat(Payoff.of(List.of(held(100), held(30)), Money.fen(50)))
                .extracting(Payoff.Share::toBuyer)
                .containsExactly(Money.fen(20), Money.fen(30));
    }

    @Test
    void noMoreGoesBackThanIsHeld() {
        assertThatThrownBy(() -> Payoff.of(List.of(held(100)), Money.fen(101)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsHeldIsNotAskedForAgain() {
        assertThat(Payoff.stillDue(List.of(held(90)), Money.fen(100))).isEqualTo(Money.fen(10));
        assertThat(Payoff.stillDue(List.of(held(90)), Money.fen(80))).isEqualTo(Money.fen(0));
        assertThat(Payoff.tooMuch(List.of(held(90)), Money.fen(80))).isEqualTo(Money.fen(10));
        assertThat(Payoff.tooMuch(List.of(held(90)), Money.fen(100))).isEqualTo(Money.fen(0));
    }

    @Test
    void noFenIsLostOrMade() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var bills = IntStream.range(0, random.nextInt(5))
                    .mapToObj(n -> held(1 + random.nextInt(1_000)))
                    .toList();
            var sum = bills.stream().mapToLong(bill -> bill.amount().amount()).sum();
            var refund = sum == 0 ? 0 : random.nextLong(sum + 1);

            var shares = Payoff.of(bills, Money.fen(refund));

            assertThat(shares.stream()
                            .mapToLong(share -> share.toBuyer().amount())
                            .sum())
                    .isEqualTo(refund);
            assertThat(shares)
                    .allMatch(share -> share.toBuyer()
                            .plus(share.toSeller())
                            .equals(share.bill().amount()))
                    .noneMatch(share ->
                            share.toSeller().isNegative() || share.toBuyer().isNegative());
        }
    }

    @Test
    void nothingIsDeadThatWaits() {
        assertThat(BillState.DUE.next()).containsExactlyInAnyOrder(BillState.HELD, BillState.SUPERSEDED);
        assertThat(BillState.HELD.next()).containsExactlyInAnyOrder(BillState.RELEASED, BillState.RETURNED);
    }

    private static Bill held(long fen) {
        return new Bill(
                UUID.randomUUID(),
                new DealId(new UUID(0, 1)),
                "Y",
                new OrganisationId(new UUID(0, 2)),
                new OrganisationId(new UUID(0, 3)),
                BillKind.ADVANCE,
                null,
                false,
                Money.fen(fen),
                Money.fen(0),
                BillState.HELD,
                Instant.EPOCH);
    }
}
