package io.xunshi.indexer;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether messages get through; names the dependency that does not answer. */
@Component("indexing")
class IndexingHealth implements HealthIndicator {
    private final IndexerLoop loop;

    IndexingHealth(IndexerLoop loop) {
        this.loop = loop;
    }

    @Override
    public Health health() {
        var trouble = loop.trouble();
        return trouble == null
                ? Health.up().build()
                : Health.down().withDetail("waitsFor", trouble).build();
    }
}
