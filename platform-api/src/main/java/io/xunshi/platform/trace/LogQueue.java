package io.xunshi.platform.trace;

import io.xunshi.transparency.record.LogRecord;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** How an observer has something sealed. */
public interface LogQueue {

    /**
     * Queues a record for the log, behind what was queued before. Joins the caller's transaction.
     *
     * @param id of the entry; a second one of the same id is dropped
     * @param subject by which its entries are found, as {@link TraceLog#entriesOf} does: the trade, or the entry itself
     */
    Mono<Void> add(UUID id, UUID subject, LogRecord record);
}
