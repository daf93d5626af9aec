package io.xunshi.platform.http.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.http.domain.Quota;
import io.xunshi.platform.http.storage.LimitRepository;
import io.xunshi.platform.kernel.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
        return settings.factor() == 0 || clock.instant().isBefore(restsUntil)
                ? Mono.empty()
                : limits.take(quotaName, caller, quota(quotaName))
                        .timeout(PATIENCE)
                        .onErrorResume(error -> letThrough(quotaName, error))
                        .filter(Duration::isPositive)
                        .flatMap(wait -> Mono.error(refusal(quotaName, wait)));
    }

    private Quota quota(String name) {
        return Optional.ofNullable(settings.quotas().get(name))
                .map(quota -> quota.times(settings.factor()))
                .orElseThrow(() -> new IllegalStateException("xunshi.limits.quotas has no " + name));
    }

    private Mono<Duration> letThrough(String quotaName, Throwable error) {
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
