package io.xunshi.transparency.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficerRecordTests {
    private static final OfficerRecord LOOKED = new OfficerRecord(
            Instant.parse("2026-11-28T02:00:00.123Z"),
            "0198f0a0-0000-7000-8000-000000000001",
            "INSPECTION",
            "TRADE_PARTIES",
            "aa",
            "bb",
            "cc");
    private static final String TEXT = """
            {"at":"2026-11-28T02:00:00.123Z","c":{"officer":"aa","person":"bb","statement":"cc"},\
            "look":"0198f0a0-0000-7000-8000-000000000001","purpose":"INSPECTION","sight":"TRADE_PARTIES",\
            "t":"officer.looked","v":1}""";

    @Test
    void aLookIsWrittenAndReadInOneWay() {
        assertThat(LOOKED.bytes()).asString(UTF_8).isEqualTo(TEXT);
        assertThat(LogRecord.read(LOOKED.bytes())).isEqualTo(LOOKED);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"v\":1', '\"v\":2'",
        "'officer.looked', 'officer.slept'",
        "'\"statement\":\"cc\"', '\"statement\":\"cc\",\"who\":\"dd\"'",
        "'00.123Z', '00.1234Z'",
        "'2026-11', '2026-13'",
        "'\"officer\":\"aa\",', ''"
    })
    void nothingElseIsALook(String said, String instead) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRecord.read(TEXT.replace(said, instead).getBytes(UTF_8)));
    }
}
