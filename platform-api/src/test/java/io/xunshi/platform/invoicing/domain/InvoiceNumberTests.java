package io.xunshi.platform.invoicing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What numbers of invoices look like. */
class InvoiceNumberTests {

    @ParameterizedTest
    @CsvSource({
        "'', 26412000000000000001, true",
        "'', 2641200000000000001, false",
        "'', 264120000000000000011, false",
        "'', 2641200000000000000A, false",
        "'', 00000001, false",
        "4100204130, 00000001, true",
        "041002100111, 00000001, true",
        "04100210011, 00000001, false",
        "4100204130, 0000001, false",
        "4100204130, 26412000000000000001, false",
    })
    void aDigitalOneHasTwentyDigitsAnOlderOneACodeAndEight(String code, String number, boolean isWellFormed) {
        assertThat(InvoiceNumber.typed(code, number).isWellFormed()).isEqualTo(isWellFormed);
    }

    @Test
    void blanksThatCameWithCopyingAreNoPartOfIt() {
        assertThat(InvoiceNumber.typed(" ", "2641 2000 0000 0000 0001"))
                .isEqualTo(new InvoiceNumber("", "26412000000000000001"));
    }

    @Test
    void aDigitalOneTellsTheYearInWhichItWasIssued() {
        var number = new InvoiceNumber("", "26412000000000000001");

        assertThat(number.isOf(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(number.isOf(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(number.isOf(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(new InvoiceNumber("4100204130", "00000001").isOf(LocalDate.of(2027, 1, 1)))
                .isTrue();
    }
}
