package io.xunshi.platform.fulfilment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.fulfilment.ClaimState;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.pricing.Side;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may say what in a claim, and what it ends with. */
class ClaimTests {
    private static final Instant NOW = Instant.parse("2026-11-27T06:00:00Z");

    private final Claim claim = Claim.raised(UUID.randomUUID(), move(Side.BUYER, Remedy.deduction(50_000)));

    @Test
    void theFirstAnswerIsTheSellers() {
        refused(() -> claim.offered(move(Side.BUYER, Remedy.deduction(40_000))));

        assertThat(claim.offered(move(Side.SELLER, Remedy.NONE)).state()).isEqualTo(ClaimState.NEGOTIATED);
    }

    @Test
    void aSideTakesWhatTheOtherSaidLast() {
        var negotiated = claim.offered(move(Side.SELLER, Remedy.deduction(10_000)))
                .offered(move(Side.BUYER, Remedy.deduction(30_000)))
                .offered(move(Side.SELLER, Remedy.deduction(20_000)));

        assertThat(negotiated.agreed(Side.BUYER, NOW).outcome()).isEqualTo(Remedy.deduction(20_000));
        assertThat(negotiated.agreed(Side.SELLER, NOW).outcome()).isEqualTo(Remedy.deduction(30_000));
    }

    @Test
    void aBuyerCannotAgreeToWhatTheSellerHasNotSaid() {
        refused(() -> claim.agreed(Side.BUYER, NOW));
    }

    @Test
    void theWeekToSettleCountsFromTheFirstAnswer() {
        var answered = claim.offered(move(Side.SELLER, Remedy.NONE, NOW.plusSeconds(60)));
        var later = answered.offered(move(Side.BUYER, Remedy.deduction(30_000), NOW.plusSeconds(600)));

        assertThat(later.since()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void silenceOfTheSellerIsAgreement() {
        var over = claim.overdue(NOW);

        assertThat(over.outcome()).isEqualTo(Remedy.deduction(50_000));
        assertThat(over.ending()).isEqualTo(FulfilmentCause.CLAIM_UNANSWERED);
    }

    @Test
    void whatNobodyDecidesEndsWithTheSellersLastWord() {
        var escalated =
                claim.offered(move(Side.SELLER, Remedy.deduction(10_000))).overdue(NOW);

        assertThat(escalated.state()).isEqualTo(ClaimState.ESCALATED);
        assertThat(escalated.overdue(NOW).outcome()).isEqualTo(Remedy.deduction(10_000));
    }

    @Test
    void anOfficerDecidesOnlyWhatSomebodyHasEscalated() {
        refused(() -> claim.decided(move(null, Remedy.REFUSAL)));
        var escalated = claim.offered(move(Side.SELLER, Remedy.NONE)).escalated(NOW);

        assertThat(escalated.decided(move(null, Remedy.REFUSAL)).outcome()).isEqualTo(Remedy.REFUSAL);
        refused(() -> escalated.offered(move(Side.SELLER, Remedy.NONE)));
    }

    @Test
    void whatHasEndedStaysAsItEnded() {
        var ended = claim.withdrawn(NOW);

        assertThat(ended.outcome()).isEqualTo(Remedy.NONE);
        refused(() -> ended.evidence(move(Side.SELLER, null)));
        refused(() -> ended.agreed(Side.SELLER, NOW));
        refused(() -> ended.withdrawn(NOW));
        assertThat(ended.overdue(NOW)).isEqualTo(ended);
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(FulfilmentProblem.CLAIM_NOT_NOW));
    }

    private static ClaimMove move(@Nullable Side by, @Nullable Remedy remedy) {
        return move(by, remedy, NOW);
    }

    private static ClaimMove move(@Nullable Side by, @Nullable Remedy remedy, Instant at) {
        return new ClaimMove(by, remedy, "油污", null, List.of(), at);
    }
}
