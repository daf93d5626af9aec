package io.xunshi.platform.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.order.ExtensionState;
import io.xunshi.platform.order.RentalState;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RentalProcessTests {

    @Test
    void everyStateCanBeReached() {
        assertThat(reachedFrom(RentalState.AWAITING_PAYMENT)).containsExactlyInAnyOrder(RentalState.values());
    }

    @ParameterizedTest
    @EnumSource
    void fromEveryStateAnEndCanBeReached(RentalState state) {
        assertThat(reachedFrom(state)).anyMatch(end -> end.next().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyWaitingStateHasATimerAndNoOtherState(RentalState state) {
        assertThat(RentalTimer.of(state).isPresent()).isEqualTo(state.isWaiting());
    }

    @ParameterizedTest
    @EnumSource
    void aTimerLeadsWhereTheProcessGoesOrAsksAgain(RentalTimer timer) {
        assertThat(timer.leadsTo() == timer.during() || timer.during().next().contains(timer.leadsTo()))
                .isTrue();
    }

    /** Money that was taken ends shared out or given back, and nowhere else. */
    @Test
    void whereMoneyIsHereTheOnlyEndsAreSettledAndCancelled() {
        assertThat(reachedFrom(RentalState.PAID))
                .filteredOn(state -> state.next().isEmpty())
                .containsExactlyInAnyOrder(RentalState.SETTLED, RentalState.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource
    void everyWaitingStateOfAnExtensionHasATimerThatLeadsOn(ExtensionState state) {
        assertThat(ExtensionTimer.of(state).isPresent()).isEqualTo(state.isWaiting());
        ExtensionTimer.of(state)
                .ifPresent(timer -> assertThat(
                                timer.leadsTo() == state || state.next().contains(timer.leadsTo()))
                        .isTrue());
    }

    @Test
    void everyStateOfAnExtensionCanBeReached() {
        var reached = EnumSet.of(ExtensionState.ASKED);
        for (int i = 0; i < ExtensionState.values().length; i++) {
            List.copyOf(reached).forEach(state -> reached.addAll(state.next()));
        }

        assertThat(reached).containsExactlyInAnyOrder(ExtensionState.values());
    }

    private static EnumSet<RentalState> reachedFrom(RentalState start) {
        var reached = EnumSet.of(start);
        for (int i = 0; i < RentalState.values().length; i++) {
            List.copyOf(reached).forEach(state -> reached.addAll(state.next()));
        }
        return reached;
    }
}
