package io.xunshi.platform.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.pricing.Fixing;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which prices somebody has to confirm. */
class DoubtTests {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final Fixing BEFORE = new Fixing("AD", MONDAY, 1, 1_985_000);

    @Test
    void aPriceMayMoveByFifteenPerCent() {
        assertThat(Doubt.of(MONDAY.plusDays(1), 2_282_750, BEFORE)).isEmpty();
        assertThat(Doubt.of(MONDAY.plusDays(1), 2_282_751, BEFORE)).isPresent();
        assertThat(Doubt.of(MONDAY.plusDays(1), 1_687_250, BEFORE)).isEmpty();
        assertThat(Doubt.of(MONDAY.plusDays(1), 1_687_249, BEFORE)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"19850, 0.01", "1985, 0.001", "20101000, 10", "198500, 0.1", "4000000, 1", "1, 1"})
    void anotherUnitIsKnownByItsFactor(long fen, String factor) {
        assertThat(Doubt.of(MONDAY.plusDays(1), fen, BEFORE))
                .hasValue(new Doubt(MONDAY.plusDays(1), fen, MONDAY, 1_985_000, factor));
    }

    @Test
    void yuanThatWereTakenForThousandsAreNoticed() {
        assertThat(Doubt.of(MONDAY, 19_850_000, new Fixing("AD", MONDAY.minusDays(3), 1, 19_850)))
                .get()
                .extracting(Doubt::factor)
                .isEqualTo("1000");
    }
}
