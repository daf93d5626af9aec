package io.xunshi.platform.events.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTests {

    @Test
    void theDelayDoublesFromOneSecond() {
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(RetrySchedule::delayAfter))
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void theDelayStopsGrowingAtFiveMinutes() {
        assertThat(RetrySchedule.delayAfter(9)).isEqualTo(Duration.ofSeconds(256));
        assertThat(RetrySchedule.delayAfter(10)).isEqualTo(Duration.ofMinutes(5));
        assertThat(RetrySchedule.delayAfter(RetrySchedule.MAX_ATTEMPTS)).isEqualTo(Duration.ofMinutes(5));
    }
}
