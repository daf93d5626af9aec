package io.xunshi.platform.events.usecase;

import io.xunshi.platform.events.Outbox;
import io.xunshi.platform.events.Outbox.Backlog;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Down while a delivery has been given up: a person has to look. */
@Component
class OutboxHealthIndicator extends AbstractReactiveHealthIndicator {
    private final Outbox outbox;

    OutboxHealthIndicator(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return outbox.backlog().map(backlog -> describe(builder, backlog));
    }

    private static Health describe(Health.Builder builder, Backlog backlog) {
        var status = backlog.dead() == 0 ? builder.up() : builder.down();
        return status.withDetail("waiting", backlog.waiting())
                .withDetail("dead", backlog.dead())
                .build();
    }
}
