package io.xunshi.platform.search.storage;

import io.xunshi.contracts.search.IndexMessage;
import io.xunshi.contracts.search.SearchStream;
import java.util.Map;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The Redis stream to search-indexer. What stands in it is what the index does not know yet. */
@Repository
public class IndexStream {
    private final ReactiveStringRedisTemplate redis;
    private final JsonMapper json = JsonMapper.shared();

    IndexStream(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    public Mono<StreamPosition> add(IndexMessage message) {
        var fields = Map.of(
                SearchStream.TYPE, SearchStream.typeOf(message), SearchStream.BODY, json.writeValueAsString(message));
        return redis.opsForStream()
                .add(StreamRecords.string(fields).withStreamKey(SearchStream.NAME))
                .map(IndexStream::position);
    }

    /** Whether the index knows all messages up to the position. */
    public Mono<Boolean> isDoneUpTo(StreamPosition position) {
        return redis.opsForStream()
                .range(SearchStream.NAME, Range.unbounded(), Limit.limit().count(1))
                .next()
                .map(oldest -> position(oldest.getId()).compareTo(position) > 0)
                .defaultIfEmpty(true);
    }

    private static StreamPosition position(RecordId id) {
        return new StreamPosition(
                id.getTimestamp() == null ? 0 : id.getTimestamp(), id.getSequence() == null ? 0 : id.getSequence());
    }
}
