package io.xunshi.platform;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Redis that is away is said to be away at once. By itself the driver would queue what it is told until the connection
 * is back, and let everybody wait for the time-out meanwhile.
 */
@Configuration(proxyBeanMethods = false)
class RedisConnection {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    /** The driver's own limit of half a minute would make every outage that much longer. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    @Bean
    LettuceClientOptionsBuilderCustomizer refusalWhileDisconnected() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    ClientResourcesBuilderCustomizer eagerReconnection() {
        return resources ->
                resources.reconnectDelay(Delay.exponential(FIRST_PAUSE, LONGEST_PAUSE, 2, TimeUnit.MILLISECONDS));
    }
}
