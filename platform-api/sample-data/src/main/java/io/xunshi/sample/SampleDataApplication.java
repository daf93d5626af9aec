package io.xunshi.sample;

import io.xunshi.platform.PlatformApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * Runs the platform for a minute under a clock that begins ninety days ago, lets people trade on it, and ends when all
 * that they did is delivered and sealed.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    PlatformApplication.class,
    Chains.class,
    Corners.class,
    Dealings.class,
    Firms.class,
    History.class,
    Inquiries.class,
    Markets.class,
    People.class,
    Payer.class,
    Points.class,
    Presents.class,
    Quotes.class,
    Registrations.class,
    RoundTrades.class,
    Scrap.class,
    Swapping.class,
    Talks.class,
    Wipes.class,
    Wishes.class
})
public class SampleDataApplication {
    static final int DAYS = 90;

    private static final Logger log = LoggerFactory.getLogger(SampleDataApplication.class);

    public static void main(String[] arguments) {
        var isDone = false;
        try {
            run(arguments);
            isDone = true;
        } catch (RuntimeException e) {
            log.error("The past could not happen", e);
        } finally {
            // Idle threads of the platform would keep the program for another minute.
            System.exit(isDone ? 0 : 1);
        }
    }

    private static void run(String... arguments) {
        try (var platform = new SpringApplicationBuilder(SampleDataApplication.class)
                .properties(Map.of(
                        "xunshi.log.seal-interval",
                        "1s",
                        // Under the moved clock every webhook is from the future.
                        "xunshi.payment.signature-tolerance",
                        Duration.ofDays(DAYS + 30L).toString(),
                        // Nobody is texted about a past that is made up.
                        "xunshi.messaging.notices",
                        "false",
                        // Nobody waits, and a check that is not answered would send a thing to a moderator instead.
                        "xunshi.regulation.provider-timeout",
                        "30s",
                        "spring.r2dbc.pool.max-size",
                        "16"))
                .run(arguments)) {
            platform.getBean(History.class).happen();
        }
    }

    @Bean
    @Primary
    MovingClock movingClock() {
        return new MovingClock(Instant.now().minus(Duration.ofDays(DAYS + 1L)));
    }
}
