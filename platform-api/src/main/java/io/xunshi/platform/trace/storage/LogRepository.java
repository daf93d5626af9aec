package io.xunshi.platform.trace.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.trace.TraceLog.Entry;
import io.xunshi.platform.trace.TraceLog.Sealed;
import io.xunshi.transparency.merkle.Hash;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entries and checkpoints. */
@Repository
public class LogRepository {
    private static final long SEQUENCER_LOCK = 0x58756E736869L;

    private final DatabaseClient database;

    LogRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Queues an entry; a second one of the same event is dropped. */
    public Mono<Void> add(UUID eventId, UUID orderId, byte[] bytes) {
        return database.sql("""
                        insert into trace.entry (event_id, order_id, bytes)
                        values (:event, :order, :bytes)
                        on conflict do nothing
                        """)
                .bind("event", eventId)
                .bind("order", orderId)
                .bind("bytes", bytes)
                .then();
    }

    /** True where this transaction is the only sequencer until it ends. */
    public Mono<Boolean> becomeSequencer() {
        return database.sql("select pg_try_advisory_xact_lock(:lock) as alone")
                .bind("lock", SEQUENCER_LOCK)
                .map((row, metadata) -> required(row, "alone", Boolean.class))
                .one();
    }

    /** Gives waiting entries the next indices, in the order of their queueing; how many. */
    public Mono<Long> sequence(int limit) {
        return database.sql("""
                        with next as (
                            select coalesce(max(position) + 1, 0) as position from trace.entry),
                        waiting as (
                            select event_id, row_number() over (order by waiting) - 1 as place
                            from (
                                select event_id, waiting from trace.entry where position is null order by waiting limit :limit) w)
                        update trace.entry
                        set position = next.position + waiting.place
                        from next, waiting
                        where entry.event_id = waiting.event_id
                        """).bind("limit", limit).fetch().rowsUpdated();
    }

    public Flux<Entry> entriesFrom(long index, int limit) {
        return database.sql("""
                        select position, bytes from trace.entry where position >= :index order by position limit :limit
                        """)
                .bind("index", index)
                .bind("limit", limit)
                .map(LogRepository::entry)
                .all();
    }

    public Flux<Entry> entriesOf(UUID orderId) {
        return database.sql("""
                        select position, bytes from trace.entry
                        where order_id = :order and position is not null
                        order by position
                        """)
                .bind("order", orderId)
                .map(LogRepository::entry)
                .all();
    }

    public Mono<Void> sign(Sealed checkpoint, Instant at) {
        return database.sql("""
                        insert into trace.checkpoint (size, root, note, signed_at) values (:size, :root, :note, :at)
                        """)
                .bind("size", checkpoint.size())
                .bind("root", checkpoint.root().bytes())
                .bind("note", checkpoint.note())
                .bind("at", at)
                .then();
    }

    /** The newest promise, published or not. */
    public Mono<Sealed> newestSigned() {
        return database.sql("select size, root, note from trace.checkpoint order by size desc limit 1")
                .map(LogRepository::sealed)
                .one();
    }

    public Mono<Sealed> newestPublished() {
        return database.sql("""
                        select size, root, note from trace.checkpoint where published_at is not null order by size desc limit 1
                        """).map(LogRepository::sealed).one();
    }

    public Mono<Sealed> publishedAt(long size) {
        return database.sql(
                        "select size, root, note from trace.checkpoint where size = :size and published_at is not null")
                .bind("size", size)
                .map(LogRepository::sealed)
                .one();
    }

    /** Since when a promise waits that is newer than all published ones; empty where none does. */
    public Mono<Instant> waitingSince() {
        return database.sql("""
                        select min(signed_at) as since
                        from trace.checkpoint
                        where size > (select coalesce(max(size), 0) from trace.checkpoint where published_at is not null)
                        having count(*) > 0
                        """)
                .map(row -> required(row, "since", Instant.class))
                .one();
    }

    /** @param note the promise with all signatures that it was published with, the last time */
    public Mono<Void> markPublished(long size, String note, Instant at) {
        return database.sql("""
                        update trace.checkpoint
                        set published_at = coalesce(published_at, :at), note = :note
                        where size = :size
                        """)
                .bind("at", at)
                .bind("note", note)
                .bind("size", size)
                .then();
    }

    private static Entry entry(Readable row) {
        return new Entry(required(row, "position", Long.class), required(row, "bytes", byte[].class));
    }

    private static Sealed sealed(Readable row) {
        return new Sealed(
                required(row, "size", Long.class),
                Hash.of(required(row, "root", byte[].class)),
                required(row, "note", String.class));
    }
}
