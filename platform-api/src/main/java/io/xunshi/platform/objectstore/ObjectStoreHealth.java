package io.xunshi.platform.objectstore;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Down while the store does not answer; whether there is such an object does not matter. */
@Component("objectStore")
class ObjectStoreHealth extends AbstractReactiveHealthIndicator {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final ObjectStore store;

    ObjectStoreHealth(ObjectStore store) {
        this.store = store;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return store.get("health", 1)
                .timeout(TIMEOUT)
                .then(Mono.fromSupplier(() -> builder.up().build()));
    }
}
