package io.xunshi.platform.connection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a delivery that failed is tried again. */
class DeliveryScheduleTests {

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT5M", "3, PT30M", "4, PT2H", "5, PT5H", "6, PT10H", "7, PT14H", "8, PT20H", "9, PT24H"})
    void theWaitsAreThoseThatStandardWebhooksRecommends(int attempts, Duration wait) {
        assertThat(DeliverySchedule.waitAfter(attempts, 0, Duration.ZERO)).isEqualTo(wait);
    }

    @Test
    void tenAttemptsSpreadOverThreeDays() {
        var whole = IntStream.range(1, DeliverySchedule.attemptsMax())
                .mapToObj(attempts -> DeliverySchedule.waitAfter(attempts, 0, Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(DeliverySchedule.attemptsMax()).isEqualTo(10);
        assertThat(whole).isEqualTo(Duration.parse("PT75H35M5S"));
    }

    @Test
    void chanceMakesAWaitLongerByATenthAtMost() {
        assertThat(DeliverySchedule.waitAfter(2, 1, Duration.ZERO)).isEqualTo(Duration.ofSeconds(330));
    }

    @Test
    void anEndpointThatAsksForMoreTimeGetsItButNoMoreThanADay() {
        assertThat(DeliverySchedule.waitAfter(1, 0, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(DeliverySchedule.waitAfter(2, 0, Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(5));
        assertThat(DeliverySchedule.waitAfter(1, 0, Duration.ofDays(30))).isEqualTo(Duration.ofDays(1));
    }
}
