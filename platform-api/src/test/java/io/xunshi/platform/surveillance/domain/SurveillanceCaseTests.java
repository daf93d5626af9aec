package io.xunshi.platform.surveillance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.surveillance.domain.SurveillanceCase.CaseMove;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurveillanceCaseTests {
    private static final AccountId LI = new AccountId(new UUID(1, 1));
    private static final AccountId WANG = new AccountId(new UUID(1, 2));

    @ParameterizedTest
    @EnumSource
    void everyStateIsReachedAndLeadsToTheEnd(Severity severity) {
        var reached = reachedFrom(CaseState.OPEN, severity);

        var isGrave = severity == Severity.HIGH;
        assertThat(reached)
                .isEqualTo(
                        isGrave ? EnumSet.allOf(CaseState.class) : EnumSet.complementOf(EnumSet.of(CaseState.CLOSING)));
        assertThat(reached)
                .allSatisfy(state -> assertThat(reachedFrom(state, severity)).contains(CaseState.CLOSED));
        assertThat(CaseState.CLOSED.next(severity)).isEmpty();
    }

    @Test
    void nothingGraveIsClosedByOneOfficer() {
        var found = raised(Severity.HIGH).moved(move(CaseState.OPEN, CaseState.TRIAGE, null), LI);
        assertThat(found.assignee()).isEqualTo(LI);
        assertRefused("surveillance.needs-second-officer", found, CaseState.CLOSED, ClosingReason.EXPLAINED, LI);

        var closing = found.moved(move(CaseState.TRIAGE, CaseState.CLOSING, ClosingReason.EXPLAINED), LI);
        assertRefused("surveillance.same-officer", closing, CaseState.CLOSED, null, LI);

        var closed = closing.moved(move(CaseState.CLOSING, CaseState.CLOSED, null), WANG);
        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.reason()).isEqualTo(ClosingReason.EXPLAINED);
        assertThat(closed.closingBy()).isEqualTo(LI);
    }

    @Test
    void whatIsSentBackHasNoReasonAnyMore() {
        var closing = raised(Severity.HIGH)
                .moved(move(CaseState.OPEN, CaseState.TRIAGE, null), LI)
                .moved(move(CaseState.TRIAGE, CaseState.CLOSING, ClosingReason.FALSE_ALARM), LI);

        var back = closing.moved(move(CaseState.CLOSING, CaseState.CASE, null), WANG);

        assertThat(back.reason()).isNull();
        assertThat(back.closingBy()).isNull();
        assertThat(back.assignee()).isEqualTo(LI);
    }

    @Test
    void whatIsNotGraveIsClosedByOneWithAReason() {
        var triage = raised(Severity.MEDIUM).moved(move(CaseState.OPEN, CaseState.TRIAGE, null), LI);

        assertThat(triage.moved(move(CaseState.TRIAGE, CaseState.CLOSED, ClosingReason.FALSE_ALARM), LI)
                        .reason())
                .isEqualTo(ClosingReason.FALSE_ALARM);
        assertRefused("surveillance.not-now", triage, CaseState.OPEN, null, LI);
        assertThatThrownBy(() -> move(CaseState.TRIAGE, CaseState.CLOSED, null)).hasMessageContaining("reason-missing");
        assertThatThrownBy(() -> move(CaseState.TRIAGE, CaseState.CASE, ClosingReason.EXPLAINED))
                .hasMessageContaining("reason-missing");
    }

    @Test
    void whoHasSeenAnEarlierStateMovesNothing() {
        var triage = raised(Severity.LOW).moved(move(CaseState.OPEN, CaseState.TRIAGE, null), LI);

        assertThatThrownBy(() -> triage.moved(move(CaseState.OPEN, CaseState.TRIAGE, null), WANG))
                .hasMessageContaining("surveillance.not-now");
    }

    private static void assertRefused(
            String code, SurveillanceCase found, CaseState to, @Nullable ClosingReason reason, AccountId by) {
        assertThatThrownBy(() -> found.moved(move(found.state(), to, reason), by))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(code);
    }

    private static CaseMove move(CaseState from, CaseState to, @Nullable ClosingReason reason) {
        return new CaseMove(from, to, reason, "");
    }

    private static EnumSet<CaseState> reachedFrom(CaseState first, Severity severity) {
        var reached = EnumSet.of(first);
        first.next(severity).stream()
                .filter(next -> next != CaseState.CASE || first != CaseState.CLOSING)
                .forEach(next -> reached.addAll(reachedFrom(next, severity)));
        return reached;
    }

    private static SurveillanceCase raised(Severity severity) {
        var finding =
                new Finding(Detector.PRICE_OUTLIER, severity, "HMS-1", "key", 5, 4, List.of(), List.of(), List.of());
        return new SurveillanceCase(
                new UUID(0, 1), "price-outlier-1", finding, "", CaseState.OPEN, null, null, null, Instant.EPOCH);
    }
}
