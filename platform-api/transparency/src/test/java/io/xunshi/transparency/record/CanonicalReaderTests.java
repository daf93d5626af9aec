package io.xunshi.transparency.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.price.Observations;
import io.xunshi.transparency.verify.Logs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalReaderTests {
    private static final int CHANGES = 40_000;

    /** What a change puts in, besides any byte at all. */
    private static final List<String> PIECES = List.of(
            "",
            "0",
            "-",
            "-0",
            "00",
            "1e3",
            " ",
            ",",
            "\"",
            "\\",
            "\\u0041",
            "\\u001f",
            "\\u001F",
            "\\u0009",
            "\\/",
            "\\n",
            "{}",
            "[]",
            "[1]",
            "null",
            "é",
            "\uFFFD",
            "卖",
            "\"a\":1,",
            ",\"zz\":1",
            "9007199254740991",
            "9007199254740992");

    @Test
    void whatIsReadIsWhatIsWrittenAndNothingElseIsRead() {
        var random = new Random(3);
        var records = records();
        int read = 0;
        for (int i = 0; i < CHANGES; i++) {
            var changed = changed(records.get(random.nextInt(records.size())), random);
            try {
                var record = LogRecord.read(changed);
                assertThat(record.bytes()).isEqualTo(changed);
                read++;
            } catch (IllegalArgumentException refused) {
                assertThat(refused).isNotNull();
            }
        }
        assertThat(read).isBetween(CHANGES / 100, CHANGES / 2);
    }

    @Test
    void canonicalTextIsReadAndAnyOtherIsRefused() {
        var random = new Random(5);
        for (int i = 0; i < CHANGES; i++) {
            var changed = changed(
                    "{\"a\":[1,-2,{}],\"b\":{\"\":\"x\\n\\u0001é\"},\"c\":\"卖\"}".getBytes(StandardCharsets.UTF_8),
                    random);
            try {
                assertThat(CanonicalJson.write(CanonicalJson.read(changed))).isEqualTo(changed);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "9007199254740991",
                "-9007199254740991",
                "\"\"",
                "\"\\u0000\"",
                "\"\uFFFD\"",
                "{\"\":0,\"a\":1}",
                "[[],{}]"
            })
    void whatIsCanonicalIsRead(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(CanonicalJson.write(CanonicalJson.read(bytes))).isEqualTo(bytes);
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        assertThatThrownBy(() -> CanonicalJson.read(new byte[] {'"', (byte) 0xC3, '"'}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.read(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T04:00:00.000Z",
                "0001-01-01T00:00:00.000Z",
                "2024-02-29T23:59:59.999Z",
                "9999-12-31T23:59:59.999Z"
            })
    void anInstantIsReadAsItIsWritten(String text) {
        assertThat(Milliseconds.read(text)).isEqualTo(Instant.parse(text));
        assertThat(Milliseconds.write(Milliseconds.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00.000Z",
                "2026-02-29T00:00:00.000Z",
                "2026-11-23T24:00:00.000Z",
                "2026-11-23T23:59:60.000Z",
                "2026-11-23T04:00:00Z",
                "2026-11-23T04:00:00.0000Z",
                "2026-11-23 04:00:00.000Z",
                "+026-11-23T04:00:00.000Z",
                ""
            })
    void anInstantInAnotherShapeIsRefused(String text) {
        assertThatThrownBy(() -> Milliseconds.read(text)).isInstanceOf(DateTimeException.class);
    }

    private static List<byte[]> records() {
        var records = new ArrayList<byte[]>();
        Logs.records(30, 1).forEach(record -> records.add(record.bytes()));
        Observations.week().forEach(record -> records.add(record.bytes()));
        records.add(new ReferenceRecord(
                        ReferenceRecord.What.FIXED,
                        Instant.parse("2026-11-27T08:00:00Z"),
                        new UUID(3, 4),
                        "AD",
                        LocalDate.of(2026, 11, 26),
                        LocalDate.of(2026, 11, 27),
                        2,
                        "ab".repeat(32))
                .bytes());
        for (var special : List.of(
                with(TradeRecord.Step.COUNTER_SOLD, Particulars.ofPoint("P1")),
                with(TradeRecord.Step.DISPUTE_SETTLED, Particulars.ofOutcome(100)),
                with(TradeRecord.Step.PAID, Particulars.ofPieces(4)),
                with(TradeRecord.Step.COMPLETED, Particulars.ofDevice("ab".repeat(32))))) {
            records.add(special.bytes());
        }
        return records;
    }

    private static TradeRecord with(TradeRecord.Step step, Particulars particulars) {
        var plain = Logs.records(1, 2).getFirst();
        return new TradeRecord(
                step,
                plain.at(),
                plain.id(),
                plain.order(),
                plain.category(),
                plain.district(),
                plain.condition(),
                400,
                0,
                plain.snapshot(),
                plain.buyer(),
                plain.seller(),
                particulars);
    }

    /** A flipped bit, a piece put in place of some bytes, or a piece of it in place of another. */
    private static byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(4));
        return switch (random.nextInt(3)) {
            case 0 -> {
                var flipped = bytes.clone();
                flipped[from] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 ->
                replaced(
                        bytes,
                        from,
                        to,
                        PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            default -> {
                int other = random.nextInt(bytes.length);
                yield replaced(
                        bytes,
                        from,
                        to,
                        Arrays.copyOfRange(bytes, other, Math.min(bytes.length, other + random.nextInt(20))));
            }
        };
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] piece) {
        var result = new ByteArrayOutputStream();
        result.write(bytes, 0, from);
        result.writeBytes(piece);
        result.write(bytes, to, bytes.length - to);
        return result.toByteArray();
    }
}
