package io.xunshi.platform.trace.usecase;

import io.xunshi.platform.trace.storage.LogRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Down while a checkpoint is not published because too few witnesses cosign; says how each of them stood when this
 * replica last asked it. Another replica may have published meanwhile, so what counts is what waits.
 */
@Component("witnesses")
class WitnessesHealth extends AbstractReactiveHealthIndicator {
    /** Longer than asking takes where all is well. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AskWitnesses witnesses;
    private final LogRepository log;
    private final Clock clock;

    WitnessesHealth(AskWitnesses witnesses, LogRepository log, Clock clock) {
        this.witnesses = witnesses;
        this.log = log;
        this.clock = clock;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return log.waitingSince()
                .map(this::isTooLong)
                .defaultIfEmpty(false)
                .map(waits -> waits && !witnesses.hasQuorum() ? builder.down() : builder.up())
                .map(health -> health.withDetails(witnesses.standings()).build());
    }

    private boolean isTooLong(Instant since) {
        return since.plus(PATIENCE).isBefore(clock.instant());
    }
}
