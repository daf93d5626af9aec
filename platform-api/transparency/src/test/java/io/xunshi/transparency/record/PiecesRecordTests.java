package io.xunshi.transparency.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.record.TradeRecord.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PiecesRecordTests {

    @Test
    void aPurchaseOfPiecesNamesHowManyAndIsReadAsItWasWritten() {
        var record = record(Step.COMPLETED, 3_750, Particulars.ofPieces(3));

        assertThat(new String(record.bytes(), StandardCharsets.UTF_8)).contains("\"pieces\":3,\"priceFen\":3750");
        assertThat(TradeRecord.read(record.bytes())).isEqualTo(record);
        assertThat(record.unitPriceFen()).isEqualTo(1_250);
    }

    @Test
    void theRecordOfAUniqueThingIsAsItAlwaysWas() {
        var record = record(Step.COMPLETED, 28_000, Particulars.NONE);

        assertThat(new String(record.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"at\":\"2026-11-26T04:00:00.000Z\",\"c\":{\"buyer\":\"b\",\"seller\":\"s\"},"
                        + "\"category\":\"sofa\",\"condition\":\"GOOD\",\"district\":\"ZZ-JS\",\"feeFen\":0,"
                        + "\"id\":\"00000000-0000-0001-0000-000000000001\",\"order\":\"D1\",\"priceFen\":28000,"
                        + "\"snapshot\":\"ab\",\"t\":\"order.completed\",\"v\":1}");
        assertThat(record.unitPriceFen()).isEqualTo(28_000);
    }

    @Test
    void piecesCostTheSameAndAreBought() {
        assertThatThrownBy(() -> record(Step.COMPLETED, 1_000, Particulars.ofPieces(3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> record(Step.COMPLETED, 1_000, Particulars.ofPieces(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> record(Step.GIFTED, 0, Particulars.ofPieces(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TradeRecord record(Step step, long priceFen, Particulars particulars) {
        return new TradeRecord(
                step,
                Instant.parse("2026-11-26T04:00:00Z"),
                new UUID(1, 1),
                "D1",
                "sofa",
                "ZZ-JS",
                "GOOD",
                priceFen,
                0,
                "ab",
                "b",
                "s",
                particulars);
    }
}
