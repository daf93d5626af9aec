package io.xunshi.platform.marketday.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.marketday.domain.MarketDay.Hours;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoursTests {
    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
    private static final Instant OPENS = NOW.plus(Duration.ofDays(1));

    @Test
    void aDayFollowsItsOrder() {
        assertThat(hours(-60, 30, 240).arePossibleAt(NOW)).isTrue();
        assertThat(hours(0, 0, 1).arePossibleAt(NOW)).isTrue();
        assertThat(hours(1, 30, 240).arePossibleAt(NOW))
                .as("applications into the day")
                .isFalse();
        assertThat(hours(-60, -1, 240).arePossibleAt(NOW))
                .as("check-in over before it opens")
                .isFalse();
        assertThat(hours(-60, 240, 240).arePossibleAt(NOW))
                .as("check-in until the end")
                .isFalse();
    }

    @Test
    void applicationsEndInTheFuture() {
        assertThat(hours(-24 * 60, 30, 240).arePossibleAt(NOW)).isFalse();
        assertThat(hours(-24 * 60 + 1, 30, 240).arePossibleAt(NOW)).isTrue();
    }

    @Test
    void aDayIsNoLongerThanADay() {
        assertThat(hours(-60, 30, 16 * 60).arePossibleAt(NOW)).isTrue();
        assertThat(hours(-60, 30, 16 * 60 + 1).arePossibleAt(NOW)).isFalse();
    }

    private static Hours hours(int apply, int checkIn, int closes) {
        return new Hours(minutes(apply), OPENS, minutes(checkIn), minutes(closes));
    }

    /** Before or after the opening. */
    private static Instant minutes(int minutes) {
        return OPENS.plus(Duration.ofMinutes(minutes));
    }
}
