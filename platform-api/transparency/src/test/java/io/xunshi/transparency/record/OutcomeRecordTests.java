package io.xunshi.transparency.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.record.TradeRecord.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeRecordTests {

    @Test
    void theOutcomeOfADisputeNamesItsRefundAndIsReadAsItWasWritten() {
        var record = record(Step.DISPUTE_DECIDED, 8_400L);

        assertThat(new String(record.bytes(), StandardCharsets.UTF_8)).contains("\"refundFen\":8400");
        assertThat(TradeRecord.read(record.bytes())).isEqualTo(record);
    }

    @ParameterizedTest
    @EnumSource
    void nothingElseNamesARefund(Step step) {
        var wrong = step.isOutcome() ? null : (Long) 1L;

        assertThatThrownBy(() -> record(step, wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    private static TradeRecord record(Step step, @Nullable Long refundFen) {
        return new TradeRecord(
                step,
                Instant.parse("2026-11-26T04:00:00Z"),
                new UUID(1, 1),
                "D1",
                "sofa",
                "ZZ-JS",
                "GOOD",
                28_000,
                168,
                "ab",
                "b",
                "s",
                new Particulars(null, refundFen, null, null));
    }
}
