package io.xunshi.platform.search.usecase;

import io.xunshi.platform.search.storage.ListingIndex;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Down while the index cannot be read; the market goes on without it. */
@Component("search")
class SearchHealth extends AbstractReactiveHealthIndicator {
    private final ListingIndex index;

    SearchHealth(ListingIndex index) {
        this.index = index;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return index.check().then(Mono.fromSupplier(() -> builder.up().build()));
    }
}
