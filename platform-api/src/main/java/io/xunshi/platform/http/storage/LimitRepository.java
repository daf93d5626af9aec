package io.xunshi.platform.http.storage;

import io.xunshi.platform.http.domain.Grant;
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
            local interval, period, wanted = ARGV[2] / ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local due = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now)
            local granted = math.min(wanted, math.floor((now + period - due) / interval + 0.001))
            if granted < 1 then
                return -math.ceil(due + interval - now - period)
            end
            due = due + granted * interval
            redis.call('SET', KEYS[1], string.format('%.0f', due), 'PX', math.ceil((due - now) / 1000))
            return granted
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;

    LimitRepository(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Takes permits, fewer than wanted where there are not so many. */
    public Mono<Grant> take(String quotaName, String caller, Quota quota, int wanted) {
        var period = quota.per().toNanos() / 1000;
        return redis.execute(
                        TAKE,
                        List.of("xunshi:limit:%s:%s".formatted(quotaName, caller)),
                        List.of(String.valueOf(quota.permits()), String.valueOf(period), String.valueOf(wanted)))
                .next()
                .map(LimitRepository::grant);
    }

    private static Grant grant(long answer) {
        return answer > 0
                ? new Grant(Math.toIntExact(answer), Duration.ZERO)
                : new Grant(0, Duration.of(-answer, ChronoUnit.MICROS));
    }
}
