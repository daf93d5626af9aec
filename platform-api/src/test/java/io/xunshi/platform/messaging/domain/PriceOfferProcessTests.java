package io.xunshi.platform.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.messaging.domain.PriceOfferMove.Mover;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PriceOfferProcessTests {
    @Test
    void everyStateCanBeReached() {
        assertThat(reachableFrom(PriceOfferState.OPEN)).containsExactlyInAnyOrder(PriceOfferState.values());
    }

    @ParameterizedTest
    @EnumSource
    void fromEveryStateAnEndCanBeReached(PriceOfferState state) {
        assertThat(reachableFrom(state)).anyMatch(end -> !end.isWaiting());
    }

    @ParameterizedTest
    @EnumSource
    void everyWaitingStateHasATimerAndNoOtherState(PriceOfferState state) {
        assertThat(PriceOfferTimer.of(state).isPresent()).isEqualTo(state.isWaiting());
        assertThat(Stream.of(PriceOfferTimer.values())
                        .filter(timer -> timer.during().contains(state)))
                .hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aTimerEndsTheWaitingInEachOfItsStates(PriceOfferTimer timer) {
        assertThat(timer.ends()).isNotEmpty().allSatisfy(move -> {
            assertThat(move.from()).containsAll(timer.during());
            assertThat(move.to().isWaiting()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aTimerIsRunByTheClockHereOrByTheOrder(PriceOfferTimer timer) {
        var movers = timer.ends().stream().map(PriceOfferMove::by).collect(Collectors.toSet());

        assertThat(movers).isEqualTo(Set.of(timer.after().isPresent() ? Mover.CLOCK : Mover.ORDER));
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnOpenOfferIsAnswered(PriceOfferMove move) {
        if (move.by() == Mover.ADDRESSEE) {
            assertThat(move.from()).containsExactly(PriceOfferState.OPEN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOverIsMovedByNothingButALatePayment(PriceOfferMove move) {
        assertThat(move.from().stream().filter(state -> !state.isWaiting()))
                .allMatch(state -> state == PriceOfferState.UNPAID && move == PriceOfferMove.PAY);
    }

    private static Set<PriceOfferState> reachableFrom(PriceOfferState first) {
        var reached = EnumSet.of(first);
        for (int i = 0; i < PriceOfferState.values().length; i++) {
            List.copyOf(reached)
                    .forEach(from -> Stream.of(PriceOfferMove.values())
                            .filter(move -> move.from().contains(from))
                            .forEach(move -> reached.add(move.to())));
        }
        return reached;
    }
}
