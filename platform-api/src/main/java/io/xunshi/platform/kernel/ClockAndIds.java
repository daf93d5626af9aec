package io.xunshi.platform.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time and ids come from here and nowhere else, so that tests and sample data can move the clock. */
@Configuration(proxyBeanMethods = false)
class ClockAndIds {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    IdGenerator idGenerator(Clock clock) {
        return () -> UuidCreator.getTimeOrderedEpoch(clock.instant());
    }
}
