package io.xunshi.platform.interest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceDropTests {

    @ParameterizedTest(name = "{0} to who knows {1}: {2}")
    @CsvSource({"9900, 10000, true", "9901, 10000, false", "10000, 10000, false", "10100, 10000, false", "1, 2, true"})
    void aFallOfOnePerCentIsNews(long price, long known, boolean isNews) {
        assertThat(known >= PriceDrop.isNewsFrom(price)).isEqualTo(isNews);
    }

    @RepeatedTest(100)
    void thePricesToWhichAnotherIsNewsAreThoseAtLeastOnePerCentAboveIt() {
        var price = RandomGenerator.getDefault().nextLong(1, 1_000_000_001);
        var from = PriceDrop.isNewsFrom(price);

        assertThat((from - price) * 100).isGreaterThanOrEqualTo(from);
        assertThat((from - 1 - price) * 100).isLessThan(from - 1);
    }
}
