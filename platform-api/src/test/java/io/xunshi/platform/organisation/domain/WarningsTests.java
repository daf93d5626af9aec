package io.xunshi.platform.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When owners are told that a licence ends. */
class WarningsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @ParameterizedTest
    @CsvSource({"31,", "30, 30", "8, 30", "7, 7", "2, 7", "1, 1", "0, 1", "-1, 0", "-400, 0"})
    void theyAreToldThirtySevenAndOneDayBeforeAndWhenItIsOver(int daysLeft, @Nullable Integer told) {
        assertThat(Warnings.due(TODAY.plusDays(daysLeft), TODAY).orElse(null)).isEqualTo(told);
    }
}
