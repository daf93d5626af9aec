package io.xunshi.platform.http.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.http.domain.Grant;
import io.xunshi.platform.http.domain.Quota;
import io.xunshi.platform.http.storage.LimitRepository;
import io.xunshi.platform.kernel.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Refuses who asks too often. While Redis does not answer nobody is refused: a limit protects the market from a few,
 * and must not close it to all.
 */
@Component
public class LimitRequests {
    private static final Logger log = LoggerFactory.getLogger(LimitRequests.class);

    /** A request is worth no longer wait for its permit. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** For so long Redis is left alone after it did not answer, or every request would wait in vain. */
    private static final Duration REST = Duration.ofSeconds(5);

    /** How long permits that were fetched are good, and how many callers have some. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final int LEASES_MAX = 100_000;

    private final Cache<String, AtomicInteger> leases = Caffeine.newBuilder()
            .expireAfterWrite(LEASE)
            .maximumSize(LEASES_MAX)
            .build();
    private final LimitRepository limits;
    private final LimitSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;

    LimitRequests(LimitRepository limits, LimitSettings settings, MeterRegistry meters, Clock clock) {
        this.limits = limits;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /** Raises {@link HttpProblem#TOO_MANY_REQUESTS}, which says when to come back. */
    public Mono<Void> check(String quotaName, String caller) {
        var lease = quotaName + ":" + caller;
        return settings.factor() == 0 || isLeased(lease) || clock.instant().isBefore(restsUntil)
                ? Mono.empty()
                : fetch(quotaName, caller)
                        .doOnNext(grant -> leases.put(lease, new AtomicInteger(grant.permits() - 1)))
                        .filter(grant -> grant.permits() == 0)
                        .flatMap(none -> Mono.error(refusal(quotaName, none.retryAfter())));
    }

    /** Most requests are counted here, without a way to Redis. */
    private boolean isLeased(String lease) {
        var left = leases.getIfPresent(lease);
        return left != null && left.getAndDecrement() > 0;
    }

    private Mono<Grant> fetch(String quotaName, String caller) {
        var quota = quota(quotaName);
        return limits.take(quotaName, caller, quota, quota.lease())
                .timeout(PATIENCE)
                .onErrorResume(error -> letThrough(quotaName, error));
    }

    private Quota quota(String name) {
        return Optional.ofNullable(settings.quotas().get(name))
                .map(quota -> quota.times(settings.factor()))
                .orElseThrow(() -> new IllegalStateException("xunshi.limits.quotas has no " + name));
    }

    private Mono<Grant> letThrough(String quotaName, Throwable error) {
        log.warn("Requests are not limited for now: {}", error.toString());
        restsUntil = clock.instant().plus(REST);
        count(quotaName, "unchecked");
        return Mono.empty();
    }

    private ProblemException refusal(String quotaName, Duration wait) {
        count(quotaName, "refused");
        var seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return HttpProblem.TOO_MANY_REQUESTS.raise(seconds).with("retryAfterSeconds", seconds);
    }

    private void count(String quotaName, String outcome) {
        meters.counter("xunshi.http.limits", "quota", quotaName, "outcome", outcome)
                .increment();
    }
}
