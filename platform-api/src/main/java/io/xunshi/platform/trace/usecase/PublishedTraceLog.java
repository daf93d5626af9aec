package io.xunshi.platform.trace.usecase;

import io.xunshi.platform.trace.TraceLog;
import io.xunshi.platform.trace.storage.LogRepository;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers observers with what is published. */
@Component
class PublishedTraceLog implements TraceLog {
    private final LogRepository log;

    PublishedTraceLog(LogRepository log) {
        this.log = log;
    }

    @Override
    public Mono<Sealed> latest() {
        return log.newestPublished();
    }

    @Override
    public Mono<Sealed> at(long size) {
        return log.publishedAt(size);
    }

    @Override
    public Flux<Entry> entriesFrom(long index, int limit) {
        return published(log.entriesFrom(index, limit));
    }

    @Override
    public Flux<Entry> entriesOf(UUID orderId) {
        return published(log.entriesOf(orderId));
    }

    private Flux<Entry> published(Flux<Entry> entries) {
        return latest().flatMapMany(promise -> entries.filter(entry -> entry.index() < promise.size()));
    }
}
