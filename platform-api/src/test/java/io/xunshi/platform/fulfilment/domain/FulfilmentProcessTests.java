package io.xunshi.platform.fulfilment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.fulfilment.ClaimState;
import io.xunshi.platform.fulfilment.FulfilmentState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Performances and claims as processes: nothing waits for ever. */
class FulfilmentProcessTests {

    @ParameterizedTest
    @EnumSource
    void whatWaitsHasATimerAndNothingElseHasOne(FulfilmentState state) {
        assertThat(FulfilmentTimer.of(state).isPresent()).isEqualTo(state.isWaiting());
    }

    @ParameterizedTest
    @EnumSource
    void aTimerLeadsToAStateThatMayFollow(FulfilmentTimer timer) {
        assertThat(timer.during().next()).contains(timer.leadsTo());
    }

    @ParameterizedTest
    @EnumSource
    void aTimerOfAClaimLeadsToAStateThatMayFollow(ClaimTimer timer) {
        assertThat(timer.during().next()).contains(timer.leadsTo());
    }

    @ParameterizedTest
    @EnumSource
    void aClaimThatHasNotEndedHasATimer(ClaimState state) {
        assertThat(ClaimTimer.of(state).isPresent()).isEqualTo(state != ClaimState.ENDED);
    }

    @Test
    void everyStateCanBeReachedAndLeftForAnEnd() {
        assertThat(reached(FulfilmentState.CONTRACTED, FulfilmentState::next))
                .containsExactlyInAnyOrder(FulfilmentState.values());
        assertThat(FulfilmentState.values())
                .allSatisfy(state -> assertThat(reached(state, FulfilmentState::next))
                        .containsAnyOf(FulfilmentState.CLOSED, FulfilmentState.REFUSED, FulfilmentState.NOT_DELIVERED));
    }

    @Test
    void theTimersOfAClaimTakeAsLongAsTheClaimAltogether() {
        var together =
                EnumSet.allOf(ClaimTimer.class).stream().map(ClaimTimer::after).reduce(Duration.ZERO, Duration::plus);

        assertThat(ClaimTimer.ALL).isEqualTo(together);
    }

    private static Set<FulfilmentState> reached(
            FulfilmentState from, Function<FulfilmentState, Set<FulfilmentState>> next) {
        var reached = EnumSet.of(from);
        var grown = true;
        while (grown) {
            grown = Set.copyOf(reached).stream().map(next).map(reached::addAll).reduce(false, Boolean::logicalOr);
        }
        return reached;
    }
}
