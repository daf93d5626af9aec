package io.xunshi.transparency.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.verify.Logs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeRecordTests {

    @Test
    void aRecordReadsBackAsItWasWritten() {
        for (var record : Logs.records(200, 6)) {
            assertThat(TradeRecord.read(record.bytes())).isEqualTo(record);
        }
    }

    @Test
    void onlyADevicesRecordHasACertificate() {
        var plain = Logs.records(1, 8).getFirst();
        var device = new TradeRecord(
                plain.step(),
                plain.at(),
                plain.id(),
                plain.order(),
                plain.category(),
                plain.district(),
                plain.condition(),
                plain.priceFen(),
                plain.feeFen(),
                plain.snapshot(),
                plain.buyer(),
                plain.seller(),
                Particulars.ofDevice("ab".repeat(32)));

        assertThat(new String(plain.bytes(), StandardCharsets.UTF_8)).doesNotContain("wipe");
        assertThat(new String(device.bytes(), StandardCharsets.UTF_8))
                .endsWith(",\"wipe\":\"" + "ab".repeat(32) + "\"}");
        assertThat(TradeRecord.read(device.bytes())).isEqualTo(device);
    }

    @Test
    void aSaleOverACounterNamesItsPoint() {
        var sold = new TradeRecord(
                TradeRecord.Step.COUNTER_SOLD,
                Instant.parse("2026-11-23T04:00:00Z"),
                new UUID(1, 2),
                "C1",
                "sofa",
                "ZZ-JS",
                "GOOD",
                280,
                0,
                "ab",
                "b",
                "s",
                Particulars.ofPoint("P1"));

        assertThat(new String(sold.bytes(), StandardCharsets.UTF_8))
                .contains("\"mode\":\"consignment\"", "\"point\":\"P1\"");
        assertThat(TradeRecord.read(sold.bytes())).isEqualTo(sold);
        var without = new String(sold.bytes(), StandardCharsets.UTF_8).replace("\"point\":\"P1\",", "");
        assertThatThrownBy(() -> TradeRecord.read(without.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBookThatLeftACornerNamesTheCornerAndHasNoPrice() {
        var swapped = new TradeRecord(
                TradeRecord.Step.BOOK_SWAPPED,
                Instant.parse("2026-11-26T04:30:00Z"),
                new UUID(1, 2),
                "E1",
                "book",
                "ZZ-JS",
                "GOOD",
                0,
                0,
                "ab",
                "b",
                "s",
                Particulars.ofPoint("H1"));

        assertThat(new String(swapped.bytes(), StandardCharsets.UTF_8))
                .contains("\"mode\":\"book-corner\"", "\"point\":\"H1\"", "\"t\":\"corner.swapped\"");
        assertThat(TradeRecord.read(swapped.bytes())).isEqualTo(swapped);
        assertThat(swapped.step().isSale()).isFalse();
    }

    @Test
    void aSaleAtAStallNamesItsMarketDay() {
        var sold = new TradeRecord(
                TradeRecord.Step.STALL_SOLD_UNLISTED,
                Instant.parse("2026-11-28T02:30:00Z"),
                new UUID(1, 2),
                "V1",
                "toy",
                "ZZ-JS",
                "GOOD",
                500,
                0,
                "ab",
                "b",
                "s",
                Particulars.ofPoint("M1"));

        assertThat(new String(sold.bytes(), StandardCharsets.UTF_8))
                .contains("\"mode\":\"market-day\"", "\"point\":\"M1\"", "\"t\":\"stall.sold-unlisted\"");
        assertThat(TradeRecord.read(sold.bytes())).isEqualTo(sold);
        assertThat(sold.step().isSale()).isFalse();
    }

    @Test
    void oneMoreMemberIsRefused() {
        var text = new String(Logs.records(1, 7).getFirst().bytes(), StandardCharsets.UTF_8);
        var more = text.substring(0, text.length() - 1) + ",\"zz\":1}";

        assertThatThrownBy(() -> TradeRecord.read(more.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "null",
                "{\"b\":1,\"a\":1}",
                "{\"a\": 1}",
                "{\"a\":1.0}",
                "{\"a\":01}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":9007199254740992}",
                "{\"a\":1}x",
                "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
            })
    void whatIsNotCanonicalIsRefused(String text) {
        assertThatThrownBy(() -> TradeRecord.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
