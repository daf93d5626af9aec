package io.xunshi.platform.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.OrderState;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderProcessTests {

    @Test
    void everyStateCanBeReached() {
        var reached = EnumSet.of(OrderState.AWAITING_PAYMENT);
        for (int i = 0; i < OrderState.values().length; i++) {
            List.copyOf(reached).forEach(state -> reached.addAll(state.next()));
        }

        assertThat(reached).containsExactlyInAnyOrder(OrderState.values());
    }

    @ParameterizedTest
    @EnumSource
    void fromEveryStateAnEndCanBeReached(OrderState state) {
        var reached = EnumSet.of(state);
        for (int i = 0; i < OrderState.values().length; i++) {
            List.copyOf(reached).forEach(from -> reached.addAll(from.next()));
        }

        assertThat(reached).anyMatch(end -> end.next().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyWaitingStateHasATimerAndNoOtherState(OrderState state) {
        assertThat(OrderTimer.of(state).isPresent()).isEqualTo(state.isWaiting());
    }

    @Test
    void aDisputedPurchaseWaitsForItsDisputeAndCanGoOnOrEnd() {
        assertThat(OrderTimer.of(OrderState.DISPUTED)).isEmpty();
        assertThat(DisputeTimer.of(DisputeState.AWAITING_SELLER)).isPresent();
        assertThat(OrderState.DISPUTED.next())
                .containsExactlyInAnyOrder(
                        OrderState.PAID,
                        OrderState.HANDED_OVER,
                        OrderState.IN_TRANSIT,
                        OrderState.DELIVERED,
                        OrderState.COMPLETED,
                        OrderState.CANCELLING);
    }

    @ParameterizedTest
    @EnumSource
    void aTimerLeadsWhereTheProcessGoesOrAsksAgain(OrderTimer timer) {
        assertThat(timer.leadsTo() == timer.during() || timer.during().next().contains(timer.leadsTo()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "83, 0", "84, 1", "250, 2", "28000, 168", "1, 0", "1000000000, 6000000"})
    void theFeeIsRoundedHalfEven(long price, long fee) {
        assertThat(FeeRule.CURRENT.feeOf(Money.fen(price))).isEqualTo(Money.fen(fee));
    }

    @Test
    void halvesGoToTheEvenFen() {
        var half = new FeeRule("half", 500);

        assertThat(half.feeOf(Money.fen(1))).isEqualTo(Money.fen(0));
        assertThat(half.feeOf(Money.fen(3))).isEqualTo(Money.fen(2));
        assertThat(half.feeOf(Money.fen(5))).isEqualTo(Money.fen(2));
    }

    @Test
    void aFeeIsNeverMoreThanThePrice() {
        var random = new Random(6);
        for (int i = 0; i < 10_000; i++) {
            var price = Money.fen(1 + random.nextLong(1_000_000_000));
            var fee = new FeeRule("any", random.nextInt(1001)).feeOf(price);

            assertThat(fee.amount()).isBetween(0L, price.amount());
        }
    }
}
