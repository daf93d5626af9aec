package io.xunshi.platform.trace.usecase;

import io.xunshi.platform.trace.LogQueue;
import io.xunshi.platform.trace.storage.LogRepository;
import io.xunshi.transparency.record.LogRecord;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Queues what observers have sealed. */
@Component
class QueuedRecords implements LogQueue {
    private final LogRepository log;

    QueuedRecords(LogRepository log) {
        this.log = log;
    }

    @Override
    public Mono<Void> add(UUID id, UUID subject, LogRecord record) {
        return log.add(id, subject, record.bytes());
    }
}
