package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.domain.LiveBacklog;
import io.xunshi.platform.messaging.domain.LiveEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Live events. Sequences are given under the row lock of each person's position, people in the order of their ids. */
@Repository
public class LiveEventRepository {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;

    LiveEventRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Adds them in the caller's transaction, each behind its person's earlier ones. */
    public Mono<Void> add(List<Addressed> news, Instant now) {
        return database.sql("""
                        with news as (
                            select account, kind, detail::jsonb as detail,
                                   row_number() over (partition by account order by place) as number
                            from unnest(:accounts, :kinds, :details) with ordinality as n (account, kind, detail, place)),
                        moved as (
                            insert into messaging.live_position (account, last_sequence)
                            select account, count(*) from news group by account order by account
                            on conflict (account) do update
                            set last_sequence = live_position.last_sequence + excluded.last_sequence
                            returning account, last_sequence)
                        insert into messaging.live_event (account, sequence, kind, detail, at)
                        select account, last_sequence - count(*) over (partition by account) + number, kind, detail, :now
                        from news join moved using (account)
                        """)
                .bind("accounts", news.stream().map(one -> one.to().value()).toArray(UUID[]::new))
                .bind("kinds", news.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .bind(
                        "details",
                        news.stream()
                                .map(one -> JSON.writeValueAsString(one.detail()))
                                .toArray(String[]::new))
                .bind("now", now)
                .then();
    }

    /** The newest sequence of a person; 0 where there was never anything. */
    public Mono<Long> position(AccountId person) {
        return positions(List.of(person)).map(Position::sequence).next().defaultIfEmpty(0L);
    }

    /** Those of the people who ever had any. */
    public Flux<Position> positions(Collection<AccountId> people) {
        return database.sql("select account, last_sequence from messaging.live_position where account = any(:accounts)")
                .bind("accounts", people.stream().map(AccountId::value).toArray(UUID[]::new))
                .map((row, metadata) -> new Position(
                        new AccountId(required(row, "account", UUID.class)),
                        required(row, "last_sequence", Long.class)))
                .all();
    }

    /** What came after a position, and how far the person's count is, in one look. */
    public Mono<LiveBacklog> backlog(AccountId person, long after) {
        return database.sql("""
                        select live_position.last_sequence, live_event.sequence, live_event.kind, live_event.detail
                        from messaging.live_position
                        left join messaging.live_event
                          on live_event.account = live_position.account and live_event.sequence > :after
                        where live_position.account = :account
                        order by live_event.sequence
                        limit :limit
                        """)
                .bind("account", person.value())
                .bind("after", after)
                .bind("limit", LiveBacklog.EVENTS_MAX + 1)
                .map((Readable row) -> new Seen(required(row, "last_sequence", Long.class), event(row)))
                .all()
                .collectList()
                .map(LiveEventRepository::backlog);
    }

    public Mono<Long> forgetOlderThan(Instant limit) {
        return database.sql("delete from messaging.live_event where at < :limit")
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }

    private static LiveBacklog backlog(List<Seen> seen) {
        var newest = seen.isEmpty() ? 0 : seen.getFirst().newest();
        return new LiveBacklog(
                newest, seen.stream().map(Seen::event).filter(Objects::nonNull).toList());
    }

    private static @Nullable LiveEvent event(Readable row) {
        var sequence = row.get("sequence", Long.class);
        return sequence == null
                ? null
                : new LiveEvent(
                        sequence,
                        LiveEvent.Kind.valueOf(required(row, "kind", String.class)),
                        MessageRows.parameters(row, "detail"));
    }

    /** One person's event before it has a sequence. */
    public record Addressed(AccountId to, LiveEvent.Kind kind, Map<String, String> detail) {
        public Addressed {
            detail = Map.copyOf(detail);
        }
    }

    public record Position(AccountId account, long sequence) {}

    private record Seen(long newest, @Nullable LiveEvent event) {}
}
