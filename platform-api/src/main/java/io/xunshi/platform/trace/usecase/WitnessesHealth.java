package io.xunshi.platform.trace.usecase;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Down while too few witnesses cosign for checkpoints to be published; says how each of them stands. */
@Component("witnesses")
class WitnessesHealth extends AbstractReactiveHealthIndicator {
    private final AskWitnesses witnesses;

    WitnessesHealth(AskWitnesses witnesses) {
        this.witnesses = witnesses;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return Mono.fromSupplier(() -> (witnesses.hasQuorum() ? builder.up() : builder.down())
                .withDetails(witnesses.standings())
                .build());
    }
}
