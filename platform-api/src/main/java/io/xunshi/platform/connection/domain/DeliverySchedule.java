package io.xunshi.platform.connection.domain;

import java.time.Duration;
import java.util.List;

/**
 * When a failed delivery is tried again: the schedule that Standard Webhooks recommends, ten attempts over three days,
 * each wait longer by up to a tenth so that what failed together does not come back together.
 */
public final class DeliverySchedule {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final double JITTER = 0.1;
    private static final Duration LONGEST = Duration.ofHours(24);

    private DeliverySchedule() {}

    /** After how many attempts a delivery is given up. */
    public static int attemptsMax() {
        return WAITS.size() + 1;
    }

    /**
     * @param attempts that were made, from 1 to one less than {@link #attemptsMax}
     * @param random from 0 to 1
     * @param asked for how long the endpoint asked to be left alone; more than a day counts as a day
     */
    public static Duration waitAfter(int attempts, double random, Duration asked) {
        var planned = WAITS.get(attempts - 1);
        var wait = planned.plusMillis((long) (planned.toMillis() * JITTER * random));
        var heard = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        return heard.compareTo(wait) > 0 ? heard : wait;
    }
}
