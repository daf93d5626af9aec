package io.xunshi.platform.exchange.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells as people in China type them, and spreadsheets write them. */
class SheetCellTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "28.5; 28.5",
                "1,234.5; 1234.5",
                "1,234,567; 1234567",
                "２８．５; 28.5",
                "１，２３４; 1234",
                " 12 ; 12",
                "-3; -3",
                "12.300000000000001; 12.3"
            })
    void numbersMayHaveFullWidthDigitsAndCommasBetweenThousands(String typed, BigDecimal number) {
        assertThat(new SheetCell(typed).number().orElseThrow()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,5", "12,34", "1.2.3", "28.5t", "约30", "1e9", "--1", "1234567890123456"})
    void whatCouldBeReadInTwoWaysIsNoNumber(String typed) {
        assertThat(new SheetCell(typed).number()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7.0000000000000007E-2, General, 0.07",
        "0.05, 0%, 5",
        "0.035, 0.00%, 3.5",
        "5, '0\"%\"', 5",
        "5, '0\\%', 5",
        "1.5E3, General, 1500",
        "15600, '#,##0', 15600"
    })
    void aStoredNumberIsWhatTheSheetShows(BigDecimal stored, String format, String shown) {
        assertThat(SheetCell.stored(stored, format).text()).isEqualTo(shown);
    }

    @Test
    void whatWouldFillTheMemoryIsNotWrittenOut() {
        assertThat(SheetCell.stored(new BigDecimal("1E+999999999"), null).number())
                .isEmpty();
        assertThat(SheetCell.stored(new BigDecimal("1E-999999999"), null).number())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01", "2026/12/1", "2026.12.01", "2026年12月1日", "２０２６－１２－０１", "46357"})
    void daysAreReadAsTheyAreWritten(String typed) {
        assertThat(new SheetCell(typed).day()).contains(LocalDate.of(2026, 12, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13-01", "2026-02-30", "12/01/2026", "明天", "4635"})
    void whatIsNoDayIsNone(String typed) {
        assertThat(new SheetCell(typed).day()).isEmpty();
    }

    @Test
    void theApostropheThatGuardsAFormulaIsNoneOfTheText() {
        assertThat(new SheetCell("'=1+1").text()).isEqualTo("=1+1");
        assertThat(new SheetCell("'40吨").text()).isEqualTo("'40吨");
    }
}
