package io.xunshi.platform.faults;

import java.util.Objects;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;

/** What the health page says of the parts that the platform leans on. */
final class Parts {
    private final ReactiveHealthContributorRegistry registry;

    Parts(ReactiveHealthContributorRegistry registry) {
        this.registry = registry;
    }

    Status of(String part) {
        var indicator = (ReactiveHealthIndicator) Objects.requireNonNull(registry.getContributor(part), part);
        return Objects.requireNonNull(indicator.health().block()).getStatus();
    }
}
