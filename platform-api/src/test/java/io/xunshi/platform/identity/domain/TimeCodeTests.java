package io.xunshi.platform.identity.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

    /** RFC 6238 appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130",
    })
    void theStandardsExamplesComeOutRight(long second, String code) {
        assertThat(TimeCode.at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void aCodeIsRightInItsStepAndTheOnesBesideIt() {
        var code = TimeCode.at(SECRET, NOW);
        var step = NOW.getEpochSecond() / 30;

        assertThat(TimeCode.stepOf(code, SECRET, NOW)).hasValue(step);
        assertThat(TimeCode.stepOf(code, SECRET, NOW.plusSeconds(30))).hasValue(step);
        assertThat(TimeCode.stepOf(code, SECRET, NOW.minusSeconds(30))).hasValue(step);
        assertThat(TimeCode.stepOf(code, SECRET, NOW.plusSeconds(60))).isEmpty();
        assertThat(TimeCode.stepOf("", SECRET, NOW)).isEmpty();
    }

    /** RFC 4648 section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void aSecretIsWrittenInBase32(String bytes, String text) {
        assertThat(TimeCode.base32(bytes.getBytes(US_ASCII))).isEqualTo(text);
    }
}
