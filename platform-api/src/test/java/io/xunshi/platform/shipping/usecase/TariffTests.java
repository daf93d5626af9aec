package io.xunshi.platform.shipping.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TariffTests {
    private final ReferenceTariffs tariffs =
            new ReferenceTariffs(Clock.fixed(Instant.parse("2026-11-27T00:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "41, 1, 800",
        "41, 1000, 800",
        "41, 1001, 950",
        "41, 2000, 950",
        "11, 3000, 1600",
        "44, 2500, 2400",
        "54, 30000, 36600"
    })
    void theFirstKilogramHasAPriceAndEveryFurtherOneThatIsBegun(String province, int grams, long fen) {
        assertThat(tariffs.quote(province, grams).price()).isEqualTo(Money.fen(fen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"71", "81", "82", "00", ""})
    void onlyTheMainlandIsServed(String province) {
        assertThatThrownBy(() -> tariffs.quote(province, 1_000))
                .isInstanceOf(ProblemException.class)
                .hasMessage("shipping.not-shipped-there");
    }

    @Test
    void aQuoteNamesItsVersion() {
        assertThat(tariffs.quote("41", 1_000).tariff()).isEqualTo("express-2026-1");
    }

    @Test
    void everyProvinceOfTheMainlandIsServed() {
        assertThat(tariffs.provinces()).hasSize(31);
    }
}
