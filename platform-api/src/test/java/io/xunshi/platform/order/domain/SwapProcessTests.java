package io.xunshi.platform.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.order.SwapState;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SwapProcessTests {

    @Test
    void everyStateCanBeReached() {
        assertThat(reachedFrom(SwapState.PROPOSED)).containsExactlyInAnyOrder(SwapState.values());
    }

    @ParameterizedTest
    @EnumSource
    void fromEveryStateAnEndCanBeReached(SwapState state) {
        assertThat(reachedFrom(state)).anyMatch(end -> end.next().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyWaitingStateHasATimerAndNoOtherState(SwapState state) {
        assertThat(SwapTimer.of(state).isPresent()).isEqualTo(state.isWaiting());
    }

    @ParameterizedTest
    @EnumSource
    void aTimerLeadsWhereTheProcessGoesOrAsksAgain(SwapTimer timer) {
        assertThat(timer.leadsTo())
                .allMatch(end -> end == timer.during() || timer.during().next().contains(end));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANCELLING")
    void whereOnlyTimersAreFollowedEveryWaitingEnds(SwapState state) {
        var at = EnumSet.of(state);
        for (int i = 0; i < SwapState.values().length; i++) {
            List.copyOf(at).forEach(one -> SwapTimer.of(one).ifPresent(timer -> at.addAll(timer.leadsTo())));
        }

        assertThat(at).anyMatch(end -> !end.isWaiting() || end == SwapState.CANCELLING);
    }

    /** Things that are held end with new owners, with their owners, or with a decision that says who keeps what. */
    @Test
    void whatIsAgreedEndsSettledCancelledOrBroken() {
        assertThat(reachedFrom(SwapState.AGREED))
                .filteredOn(state -> state.next().isEmpty())
                .containsExactlyInAnyOrder(SwapState.SETTLED, SwapState.CANCELLED, SwapState.BROKEN);
    }

    private static EnumSet<SwapState> reachedFrom(SwapState start) {
        var reached = EnumSet.of(start);
        for (int i = 0; i < SwapState.values().length; i++) {
            List.copyOf(reached).forEach(state -> reached.addAll(state.next()));
        }
        return reached;
    }
}
