package io.xunshi.platform.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.order.DisputeReason;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.DisputeState.Escrow;
import io.xunshi.platform.order.RemedyKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DisputeProcessTests {

    @Test
    void everyStateCanBeReached() {
        assertThat(reachedFrom(DisputeState.AWAITING_SELLER)).containsExactlyInAnyOrder(DisputeState.values());
    }

    @ParameterizedTest
    @EnumSource
    void fromEveryStateAnEndCanBeReached(DisputeState state) {
        assertThat(reachedFrom(state)).anyMatch(end -> end.next().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyWaitingStateHasATimerAndNoOtherState(DisputeState state) {
        assertThat(DisputeTimer.of(state).isPresent()).isEqualTo(state.isWaiting());
        assertThat(state.isWaiting()).isEqualTo(!state.next().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aTimerLeadsWhereTheProcessGoesOrReminds(DisputeTimer timer) {
        assertThat(timer.during().next()).containsAll(timer.ending().leadsTo());
        assertThat(timer.step().isEmpty()).isEqualTo(timer.ending().leadsTo().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"UNDER_REVIEW", "UNDER_APPEAL", "REFUNDING"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatTheSidesWaitForEndsBySilence(DisputeState state) {
        DisputeTimer.of(state)
                .ifPresent(timer -> assertThat(timer.ending().leadsTo()).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void frozenMoneyGetsOutAgainAndStaysOut(DisputeState state) {
        if (state.escrow() == Escrow.FROZEN) {
            assertThat(reachedFrom(state)).anyMatch(end -> end.escrow() == Escrow.SHARED_OUT);
        } else {
            assertThat(state.next()).allMatch(after -> after.escrow() == state.escrow());
        }
    }

    @Test
    void freezingHasItsInverseUntilSomebodyHasDecided() {
        assertThat(DisputeState.values())
                .filteredOn(state -> state.next().contains(DisputeState.WITHDRAWN))
                .containsExactlyInAnyOrder(
                        DisputeState.AWAITING_SELLER, DisputeState.NEGOTIATING, DisputeState.UNDER_REVIEW);
        assertThat(DisputeState.WITHDRAWN.escrow()).isEqualTo(Escrow.AS_BEFORE);
    }

    @Test
    void whateverIsRefundedThePriceIsSharedOutToTheFen() {
        var random = new Random(20261126);
        for (int i = 0; i < 20_000; i++) {
            var price = Money.fen(1 + random.nextLong(1_000_000_000));
            var refund = Money.fen(random.nextLong(price.amount() + 1));
            var split = RefundSplit.of(price, refund, new FeeRule("any", random.nextInt(1001)));

            assertThat(split.refund().plus(split.toSeller()).plus(split.fee())).isEqualTo(price);
            assertThat(List.of(split.refund(), split.toSeller(), split.fee())).noneMatch(Money::isNegative);
        }
    }

    @ParameterizedTest
    @CsvSource({"28000, 0, 27832, 168", "28000, 28000, 0, 0", "28000, 8400, 19482, 118", "100, 99, 1, 0", "1, 0, 1, 0"})
    void whoeverKeepsLessPaysLessFee(long price, long refund, long toSeller, long fee) {
        assertThat(RefundSplit.of(Money.fen(price), Money.fen(refund), FeeRule.CURRENT))
                .isEqualTo(new RefundSplit(Money.fen(refund), Money.fen(toSeller), Money.fen(fee)));
    }

    @Test
    void aRefundIsNeverMoreThanThePrice() {
        assertThatThrownBy(() -> RefundSplit.of(Money.fen(100), Money.fen(101), FeeRule.CURRENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RefundSplit.of(Money.fen(100), Money.fen(-1), FeeRule.CURRENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPartialRefundIsAPartOfThePriceAndNamesItself() {
        assertThat(partial(Money.fen(1)).refund()).isEqualTo(Money.fen(1));
        assertThat(partial(Money.fen(99)).refund()).isEqualTo(Money.fen(99));
        for (var wrong : new Money[] {null, Money.fen(0), Money.fen(100), Money.fen(-5), new Money(50, "USD")}) {
            assertThatThrownBy(() -> partial(wrong)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void whatNeverArrivedCannotBeReturnedAndOnlyOfficersRefuse() {
        var back = Remedy.of(RemedyKind.RETURN_AND_REFUND, null, Money.fen(100));
        var nothing = Remedy.of(RemedyKind.NO_REFUND, null, Money.fen(100));

        assertThat(back.canBeProposedFor(DisputeReason.DAMAGED)).isTrue();
        assertThat(back.canBeDecidedFor(DisputeReason.NOT_RECEIVED)).isFalse();
        assertThat(nothing.canBeProposedFor(DisputeReason.DAMAGED)).isFalse();
        assertThat(nothing.canBeDecidedFor(DisputeReason.DAMAGED)).isTrue();
    }

    private static Remedy partial(@Nullable Money part) {
        return Remedy.of(RemedyKind.PARTIAL_REFUND, part, Money.fen(100));
    }

    private static Set<DisputeState> reachedFrom(DisputeState state) {
        var reached = EnumSet.of(state);
        for (int i = 0; i < DisputeState.values().length; i++) {
            List.copyOf(reached).forEach(from -> reached.addAll(from.next()));
        }
        return reached;
    }
}
