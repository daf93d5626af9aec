package io.xunshi.platform.pricing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.pricing.Fixing;
import io.xunshi.platform.pricing.domain.FixingRevision;
import io.xunshi.platform.pricing.domain.FixingSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fixings, which are only ever added to. */
@Repository
public class FixingRepository {
    /** What "as it is known now" is asked for. */
    private static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");

    private final DatabaseClient database;

    FixingRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Of each day the newest revision that was there at the instant, by series and day. */
    public Flux<FixingRevision> newest(
            Collection<String> series, LocalDate from, LocalDate to, @Nullable Instant asOf) {
        return database.sql("""
                        select distinct on (series, day) series, day, revision, fen_per_tonne, reason, set_id, entered_at
                        from pricing.fixing
                        where series = any(:series)
                        and day between :from and :to
                        and entered_at <= :asOf
                        order by series, day, revision desc
                        """)
                .bind("series", series.toArray(String[]::new))
                .bind("from", from)
                .bind("to", to)
                .bind("asOf", asOf == null ? END_OF_TIME : asOf)
                .map(FixingRepository::revision)
                .all();
    }

    /** The last two days of each series, newest first: today's price and what it is compared with. */
    public Flux<FixingRevision> lastTwo() {
        return database.sql("""
                        select fixing.series, fixing.day, revision, fen_per_tonne, reason, set_id, entered_at
                        from pricing.series
                        cross join lateral (
                            select distinct on (day) series, day, revision, fen_per_tonne, reason, set_id, entered_at
                            from pricing.fixing
                            where series = series.code
                            order by day desc, revision desc
                            limit 2) fixing
                        order by fixing.series, fixing.day desc
                        """).map(FixingRepository::revision).all();
    }

    /** Oldest first. */
    public Flux<FixingRevision> revisions(String series, LocalDate day) {
        return database.sql("""
                        select series, day, revision, fen_per_tonne, reason, set_id, entered_at
                        from pricing.fixing
                        where series = :series and day = :day
                        order by revision
                        """)
                .bind("series", series)
                .bind("day", day)
                .map(FixingRepository::revision)
                .all();
    }

    /** All that were entered at once, by day; nothing where the series has no such set. */
    public Flux<FixingRevision> ofSet(String series, UUID set) {
        return database.sql("""
                        select series, day, revision, fen_per_tonne, reason, set_id, entered_at
                        from pricing.fixing
                        where series = :series and set_id = :set
                        order by day
                        """)
                .bind("series", series)
                .bind("set", set)
                .map(FixingRepository::revision)
                .all();
    }

    /** What was written down about the sets of these days, each once. */
    public Flux<String> notes(String series, LocalDate from, LocalDate to) {
        return database.sql("""
                        select distinct note
                        from pricing.fixing
                        join pricing.fixing_set on fixing_set.id = fixing.set_id
                        where fixing.series = :series and day between :from and :to and note <> ''
                        order by note
                        limit 5
                        """)
                .bind("series", series)
                .bind("from", from)
                .bind("to", to)
                .map((row, metadata) -> required(row, "note", String.class))
                .all();
    }

    /** Newest first. */
    public Flux<FixingSet> sets(String series, @Nullable Cursor after, int limit) {
        return database.sql("""
                        select id, series, kind, note, size, sha256, entered_by, entered_at
                        from pricing.fixing_set
                        where series = :series and (entered_at, id) < (:at, :id)
                        order by entered_at desc, id desc
                        limit :limit
                        """)
                .bind("series", series)
                .bind("at", after == null ? END_OF_TIME : after.at())
                .bind("id", after == null ? new UUID(-1, -1) : after.id())
                .bind("limit", limit)
                .map(FixingRepository::set)
                .all();
    }

    /** False where one of the days has such a revision already; then nothing is left of the set either. */
    public Mono<Boolean> add(FixingSet set, List<Fixing> fixings, String reason) {
        return addSet(set)
                .then(addFixings(set, fixings, reason))
                .thenReturn(true)
                .onErrorReturn(DuplicateKeyException.class, false);
    }

    private Mono<Void> addSet(FixingSet set) {
        return database.sql("""
                        insert into pricing.fixing_set (id, series, kind, note, size, sha256, entered_by, entered_at)
                        values (:id, :series, :kind, :note, :size, :sha256, :by, :at)
                        """)
                .bind("id", set.id())
                .bind("series", set.series())
                .bind("kind", set.kind().name())
                .bind("note", set.note())
                .bind("size", set.size())
                .bind("sha256", set.sha256())
                .bind("by", set.enteredBy().value())
                .bind("at", set.enteredAt())
                .then();
    }

    private Mono<Void> addFixings(FixingSet set, List<Fixing> fixings, String reason) {
        return database.sql("""
                        insert into pricing.fixing (series, day, revision, fen_per_tonne, reason, set_id, entered_at)
                        select :series, day, revision, fen, :reason, :set, :at
                        from unnest(:days, :revisions, :fens) as entered (day, revision, fen)
                        """)
                .bind("series", set.series())
                .bind("reason", reason)
                .bind("set", set.id())
                .bind("at", set.enteredAt())
                .bind("days", fixings.stream().map(Fixing::day).toArray(LocalDate[]::new))
                .bind("revisions", fixings.stream().map(Fixing::revision).toArray(Integer[]::new))
                .bind("fens", fixings.stream().map(Fixing::fenPerTonne).toArray(Long[]::new))
                .then();
    }

    private static FixingRevision revision(Readable row) {
        return new FixingRevision(
                new Fixing(
                        required(row, "series", String.class),
                        required(row, "day", LocalDate.class),
                        required(row, "revision", Integer.class),
                        required(row, "fen_per_tonne", Long.class)),
                required(row, "reason", String.class),
                required(row, "set_id", UUID.class),
                required(row, "entered_at", Instant.class));
    }

    private static FixingSet set(Readable row) {
        return new FixingSet(
                required(row, "id", UUID.class),
                required(row, "series", String.class),
                FixingSet.Kind.valueOf(required(row, "kind", String.class)),
                required(row, "note", String.class),
                required(row, "size", Integer.class),
                required(row, "sha256", String.class),
                new AccountId(required(row, "entered_by", UUID.class)),
                required(row, "entered_at", Instant.class));
    }
}
