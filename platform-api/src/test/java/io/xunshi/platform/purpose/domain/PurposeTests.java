package io.xunshi.platform.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.purpose.PurposeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PurposeTests {
    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final UUID ID = new UUID(1, 2);

    @Test
    void itCoversItsHoursAndNotTheirEnd() {
        var purpose = purpose(PurposeKind.INSPECTION, "", null, null);

        assertThat(purpose.covers(NOW)).isTrue();
        assertThat(purpose.covers(NOW.plus(Duration.ofHours(8)).minusMillis(1))).isTrue();
        assertThat(purpose.covers(NOW.plus(Duration.ofHours(8)))).isFalse();
        assertThat(purpose.covers(NOW.minusMillis(1))).isFalse();
        assertThat(purpose(PurposeKind.INSPECTION, "", null, NOW.plusSeconds(1)).covers(NOW.plusSeconds(2)))
                .isFalse();
    }

    @Test
    void aCaseHasANumber() {
        assertRefused(purpose(PurposeKind.INVESTIGATION, "", null, null), "purpose.case-number-needed");
        assertRefused(purpose(PurposeKind.ASSISTANCE, "", null, null), "purpose.case-number-needed");
        assertThatCode(purpose(PurposeKind.COMPLAINT, "", null, null)::checked).doesNotThrowAnyException();
    }

    @Test
    void onlyACaseForbidsTellingAndForHalfAYearAtMost() {
        var halfAYear = NOW.plus(Duration.ofDays(183));

        assertThatCode(purpose(PurposeKind.INVESTIGATION, "18", halfAYear, null)::checked)
                .doesNotThrowAnyException();
        assertRefused(
                purpose(PurposeKind.INVESTIGATION, "18", halfAYear.plusMillis(1), null), "purpose.cannot-be-silent");
        assertRefused(purpose(PurposeKind.INVESTIGATION, "18", NOW, null), "purpose.cannot-be-silent");
        assertRefused(purpose(PurposeKind.COMPLAINT, "18", halfAYear, null), "purpose.cannot-be-silent");
    }

    @Test
    void whatWasDeclaredHasOneHash() {
        var purpose = purpose(PurposeKind.INVESTIGATION, "18", null, null);

        assertThat(purpose.statementHash())
                .hasSize(64)
                .isEqualTo(purpose(PurposeKind.INVESTIGATION, "18", null, NOW.plusSeconds(9))
                        .statementHash())
                .isNotEqualTo(
                        purpose(PurposeKind.INVESTIGATION, "19", null, null).statementHash());
    }

    private static void assertRefused(Purpose purpose, String code) {
        assertThatThrownBy(purpose::checked)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
    }

    private static Purpose purpose(
            PurposeKind kind, String caseNumber, @Nullable Instant untoldUntil, @Nullable Instant endedAt) {
        return new Purpose(
                ID,
                new AccountId(ID),
                Role.REGULATOR,
                kind,
                caseNumber,
                "核实卖家身份",
                untoldUntil,
                NOW,
                NOW.plus(Duration.ofHours(8)),
                endedAt);
    }
}
