package io.xunshi.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.ReferenceRecord;
import io.xunshi.transparency.record.ReferenceRecord.What;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verifier finds in reference prices. */
class ReferenceVerificationTests {
    private static final UUID SET = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final UUID OTHER_SET = UUID.fromString("01930000-0000-7000-8000-000000000002");
    private static final String LINES = "AD|2026-11-02|1|1985000\nAD|2026-11-03|1|1990500\n";

    @Test
    void findsShownPricesToBeThoseOfTheLog() throws Exception {
        assertThat(verify(site(LINES, record(LINES, 2))).references()).isEqualTo(1);
    }

    @Test
    void findsPricesThatAreOtherThanWhenTheyWereEntered() {
        var site = site(LINES, record(LINES, 2));
        site.put(path(SET), LINES.replace("1985000", "1985001").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> verify(site))
                .isInstanceOf(VerificationFailure.class)
                .hasMessageContaining("AD from 2026-11-02 to 2026-11-03");
    }

    @Test
    void doesNotPassOverPricesThatAreNotShown() {
        var site = site(LINES, record(LINES, 2));
        site.remove(path(SET));

        assertThatThrownBy(() -> verify(site))
                .isInstanceOf(VerificationFailure.class)
                .hasMessageContaining("are not shown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AD|2026-11-02|1|1985000\n",
                "AL|2026-11-02|1|1985000\nAD|2026-11-03|1|1990500\n",
                "AD|2026-11-02|1|1985000\nAD|2026-11-09|1|1990500\n",
                "AD|2026-11-03|1|1990500\nAD|2026-11-02|1|1985000\n",
                "AD|2026-11-02|1|1985000\nAD|2026-11-02|1|1990500\n",
                "AD|2026-11-02|2|1985000\nAD|2026-11-03|1|1990500\n",
                "AD|2026-11-02|1|0\nAD|2026-11-03|1|1990500\n",
                "AD|2026-11-02|1\nAD|2026-11-03|1|1990500\n",
                "AD|yesterday|1|1985000\nAD|2026-11-03|1|1990500\n"
            })
    void findsPricesThatAreNotWhatTheirRecordSays(String lines) {
        assertThatThrownBy(() -> verify(site(lines, record(lines, 2)))).isInstanceOf(VerificationFailure.class);
    }

    @Test
    void findsThatADayHasTwoFirstPrices() {
        var site = Logs.siteOf(List.of(record(LINES, 2), another("AD|2026-11-03|1|1999900\n")));
        site.put(path(SET), LINES.getBytes(StandardCharsets.UTF_8));
        site.put(path(OTHER_SET), "AD|2026-11-03|1|1999900\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> verify(site))
                .isInstanceOf(VerificationFailure.class)
                .hasMessageContaining("two prices for 2026-11-03");
    }

    @Test
    void readsWhatItWrote() {
        var record = record(LINES, 2);
        assertThat(LogRecord.read(record.bytes())).isEqualTo(record);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"size\":0", "\"size\":2,\"t2\":1", "\"size\":\"2\""})
    void refusesWhatIsNoRecord(String size) {
        var text = new String(record(LINES, 2).bytes(), StandardCharsets.UTF_8).replace("\"size\":2", size);

        assertThatThrownBy(() -> LogRecord.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SiteVerification.Report verify(Map<String, byte[]> site) throws Exception {
        return new SiteVerification(path -> {
                    if (!site.containsKey(path)) {
                        throw new FileNotFoundException(path);
                    }
                    return site.get(path);
                })
                .verify();
    }

    private static Map<String, byte[]> site(String lines, ReferenceRecord record) {
        var site = Logs.siteOf(List.of(record));
        site.put(path(SET), lines.getBytes(StandardCharsets.UTF_8));
        return site;
    }

    private static String path(UUID set) {
        return "api/v1/reference-series/AD/fixing-sets/" + set;
    }

    private static ReferenceRecord record(String lines, int size) {
        return new ReferenceRecord(
                What.FIXED,
                Instant.parse("2026-11-03T08:00:00.123Z"),
                SET,
                "AD",
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2026, 11, 3),
                size,
                sha256(lines));
    }

    private static ReferenceRecord another(String line) {
        var day = LocalDate.of(2026, 11, 3);
        return new ReferenceRecord(
                What.FIXED, Instant.parse("2026-11-04T08:00:00.123Z"), OTHER_SET, "AD", day, day, 1, sha256(line));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
