package io.xunshi.platform.http.storage;

import io.xunshi.platform.http.domain.Quota;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Counts requests in Redis, for all replicas together and by its clock. The generic cell rate algorithm (ITU-T I.371):
 * all that is kept of a caller is when their next request would be exactly on time.
 */
@Repository
public class LimitRepository {
    private static final RedisScript<Long> TAKE = RedisScript.of("""
            local permits, period = tonumber(ARGV[1]), tonumber(ARGV[2])
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local due = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now) + period / permits
            local wait = due - now - period
            if wait > 0 then
                return math.ceil(wait)
            end
            redis.call('SET', KEYS[1], string.format('%.0f', due), 'PX', math.ceil((due - now) / 1000))
            return 0
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;

    LimitRepository(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Takes one permit: zero where there was one, otherwise how long until there is; nothing is taken then. */
    public Mono<Duration> take(String quotaName, String caller, Quota quota) {
        var period = quota.per().toNanos() / 1000;
        return redis.execute(
                        TAKE,
                        List.of("xunshi:limit:%s:%s".formatted(quotaName, caller)),
                        List.of(String.valueOf(quota.permits()), String.valueOf(period)))
                .next()
                .map(wait -> Duration.of(wait, ChronoUnit.MICROS));
    }
}
