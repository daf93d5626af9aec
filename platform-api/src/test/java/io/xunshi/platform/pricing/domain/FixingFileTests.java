package io.xunshi.platform.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.http.FieldFault;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of prices, as spreadsheets write them. */
class FixingFileTests {

    @Test
    void whatSpreadsheetsAddIsRead() {
        var file = FixingFile.read("\uFEFFday,yuan_per_tonne\r\n2026-11-02, 19850.5 \r\n\r\n2026-11-03,19905\r\n");

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows())
                .containsExactly(
                        new NewFixing("csv[2]", LocalDate.of(2026, 11, 2), 1_985_050),
                        new NewFixing("csv[4]", LocalDate.of(2026, 11, 3), 1_990_500));
    }

    @Test
    void thousandsSeparatorsAndThirdDecimalsAreNoPrices() {
        var file = FixingFile.read("day,yuan_per_tonne\n2026-11-02,\"19,850\"\n2026-11-03,19.850\n2026-11-04,1e5\n");

        assertThat(file.faults())
                .containsExactly(
                        new FieldFault("csv[2]", "pricing.field.csv-columns"),
                        new FieldFault("csv[3].price", "pricing.field.no-price"),
                        new FieldFault("csv[4].price", "pricing.field.no-price"));
    }

    @Test
    void aFileWithNothingButFaultsNamesTheFirstFifty() {
        var file = FixingFile.read("day,yuan_per_tonne\n" + "x\n".repeat(500));

        assertThat(file.faults()).hasSize(50);
    }

    @Test
    void aFileHasAThousandDaysAtMost() {
        assertThat(FixingFile.read(days(1_000)).rows()).hasSize(1_000);
        assertThat(FixingFile.read(days(1_001)).faults())
                .containsExactly(new FieldFault("csv", "pricing.field.csv-rows"));
    }

    private static String days(int count) {
        return Stream.iterate(LocalDate.of(2020, 1, 1), day -> day.plusDays(1))
                .limit(count)
                .map(day -> day + ",19850")
                .collect(Collectors.joining("\n", "day,yuan_per_tonne\n", "\n"));
    }
}
