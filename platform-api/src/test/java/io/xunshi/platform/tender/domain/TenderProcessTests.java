package io.xunshi.platform.tender.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.tender.TenderState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TenderProcessTests {

    @Test
    void everyStateCanBeReached() {
        assertThat(reachableFrom(TenderState.DRAFT)).containsExactlyInAnyOrder(TenderState.values());
    }

    @ParameterizedTest
    @EnumSource
    void fromEveryStateAnEndCanBeReached(TenderState state) {
        assertThat(reachableFrom(state)).anyMatch(end -> end.next().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyWaitingStateHasATimerAndNoOtherState(TenderState state) {
        assertThat(TenderTimer.of(state).isPresent()).isEqualTo(state.isWaiting());
    }

    @ParameterizedTest
    @EnumSource
    void aTimerLeadsWhereTheProcessGoes(TenderTimer timer) {
        assertThat(timer.during().next()).contains(timer.leadsTo());
    }

    @Test
    void nobodyIsAwardedBeforeTheClose() {
        assertThat(TenderState.PUBLISHED.next()).doesNotContain(TenderState.AWARDED);
    }

    @Test
    void timersRingWhenTheTermsSay() {
        var tender = Asking.tender(TenderState.PUBLISHED, Asking.line(60_000, 10_000));

        assertThat(List.of(TenderTimer.values()))
                .extracting(timer -> timer.ringsAt(tender))
                .containsExactly(tender.draftedAt().plus(TenderTimer.DRAFT_KEPT), Asking.CLOSE, Asking.AWARD_BY);
    }

    private static Set<TenderState> reachableFrom(TenderState state) {
        var reached = EnumSet.of(state);
        state.next().forEach(next -> reached.addAll(reachableFrom(next)));
        return reached;
    }
}
