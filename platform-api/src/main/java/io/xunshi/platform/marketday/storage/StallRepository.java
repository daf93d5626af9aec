package io.xunshi.platform.marketday.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.marketday.domain.Stall;
import io.xunshi.platform.marketday.domain.StallState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stalls and the waiting lists for them. Whoever gives one out or frees one has locked its day. */
@Repository
public class StallRepository {
    private static final String FIELDS =
            "stall.id, stall.code, stall.day_id, stall.holder, stall.shown_name, stall.goods, stall.number, stall.state, "
                    + "stall.applied_at";
    private static final String COLUMNS = "select " + FIELDS + " from marketday.stall\n";

    private final DatabaseClient database;

    StallRepository(DatabaseClient database) {
        this.database = database;
    }

    /** At the end of the waiting list; false where they have a stall or a place on the list already. */
    public Mono<Boolean> add(Stall stall) {
        return database.sql("""
                        insert into marketday.stall (id, code, day_id, holder, shown_name, goods, state, applied_at)
                        values (:id, :code, :day, :holder, :name, :goods, 'WAITING', :at)
                        on conflict (day_id, holder) where state in ('WAITING', 'ASSIGNED', 'CHECKED_IN') do nothing
                        """)
                .bind("id", stall.id())
                .bind("code", stall.code())
                .bind("day", stall.dayId())
                .bind("holder", stall.holder().value())
                .bind("name", stall.shownName())
                .bind("goods", stall.goods().toArray(String[]::new))
                .bind("at", stall.appliedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Gives the lowest free numbers to who has waited longest; those who have one now. */
    public Flux<Stall> fill(UUID day, int stalls) {
        return database.sql("""
                        with free as (
                            select ground.number, row_number() over (order by ground.number) as place
                            from generate_series(1, :stalls) as ground (number)
                            where not exists (select from marketday.stall
                                              where day_id = :day and stall.number = ground.number)),
                        waiting as (
                            select id, row_number() over (order by applied_at, id) as place
                            from marketday.stall
                            where day_id = :day and state = 'WAITING')
                        update marketday.stall
                        set state = 'ASSIGNED', number = free.number
                        from waiting
                        join free using (place)
                        where stall.id = waiting.id
                        returning %s
                        """.formatted(FIELDS))
                .bind("stalls", stalls)
                .bind("day", day)
                .map(StallRepository::stall)
                .all();
    }

    public Mono<Stall> findOf(AccountId holder, UUID id) {
        return database.sql(COLUMNS + "where id = :id and holder = :holder")
                .bind("id", id)
                .bind("holder", holder.value())
                .map(StallRepository::stall)
                .one();
    }

    /** The same; whatever else is sold or cancelled at it waits until the caller's transaction ends. */
    public Mono<Stall> lockOf(AccountId holder, UUID id) {
        return database.sql(COLUMNS + "where id = :id and holder = :holder for update")
                .bind("id", id)
                .bind("holder", holder.value())
                .map(StallRepository::stall)
                .one();
    }

    /** By the code in its stored form. */
    public Mono<Stall> findByCode(UUID day, String code) {
        return database.sql(COLUMNS + "where day_id = :day and code = :code")
                .bind("day", day)
                .bind("code", code)
                .map(StallRepository::stall)
                .one();
    }

    /** The newest application first. */
    public Flux<Stall> findAllOf(AccountId holder, int limit) {
        return database.sql(COLUMNS + "where holder = :holder order by applied_at desc, id limit :limit")
                .bind("holder", holder.value())
                .bind("limit", limit)
                .map(StallRepository::stall)
                .all();
    }

    /** By number, then as they applied. */
    public Flux<Stall> findAllAt(UUID day) {
        return database.sql(COLUMNS + "where day_id = :day order by number nulls last, applied_at, id limit 2000")
                .bind("day", day)
                .map(StallRepository::stall)
                .all();
    }

    /** How many stalls somebody has or waits for at days that are not over. */
    public Mono<Long> countComing(AccountId holder, Instant now) {
        return database.sql("""
                        select count(*) as stalls
                        from marketday.stall
                        join marketday.day on day.id = stall.day_id
                        where holder = :holder and state in ('WAITING', 'ASSIGNED') and closes_at > :now
                        """)
                .bind("holder", holder.value())
                .bind("now", now)
                .map((row, metadata) -> required(row, "stalls", Long.class))
                .one();
    }

    public Mono<Boolean> isAnybodyThere(UUID day) {
        return database.sql("""
                        select exists (select from marketday.stall where day_id = :day and state = 'CHECKED_IN') as is_there
                        """)
                .bind("day", day)
                .map((row, metadata) -> required(row, "is_there", Boolean.class))
                .one();
    }

    /** Ends it and frees its number. */
    public Mono<Void> end(UUID id, StallState how) {
        return database.sql("update marketday.stall set state = :state, number = null where id = :id")
                .bind("state", how.name())
                .bind("id", id)
                .then();
    }

    /** Frees the numbers of all who have not come; who they are. */
    public Flux<Stall> giveAway(UUID day) {
        return endAll(day, StallState.GIVEN_AWAY, List.of(StallState.ASSIGNED));
    }

    /** Ends all that were to come; whose they were. */
    public Flux<Stall> cancelAll(UUID day) {
        return endAll(day, StallState.CANCELLED, List.of(StallState.WAITING, StallState.ASSIGNED));
    }

    private Flux<Stall> endAll(UUID day, StallState how, List<StallState> those) {
        return database.sql("""
                        update marketday.stall set state = :how, number = null
                        where day_id = :day and state = any(:those)
                        returning %s
                        """.formatted(FIELDS))
                .bind("how", how.name())
                .bind("day", day)
                .bind("those", those.stream().map(StallState::name).toArray(String[]::new))
                .map(StallRepository::stall)
                .all();
    }

    /** Its own number, or else the lowest free one; empty where none is free. */
    public Mono<Stall> checkIn(UUID id, int stalls, AccountId by, Instant at) {
        return database.sql("""
                        update marketday.stall
                        set state = 'CHECKED_IN', checked_in_at = :at, checked_in_by = :by, number = coalesce(stall.number, free.number)
                        from marketday.stall as asked
                        left join lateral (
                            select min(place.number) as number
                            from generate_series(1, :stalls) as place (number)
                            where not exists (select from marketday.stall as other
                                              where other.day_id = asked.day_id and other.number = place.number)) as free on true
                        where stall.id = :id and asked.id = stall.id and coalesce(stall.number, free.number) is not null
                        returning %s
                        """.formatted(FIELDS))
                .bind("at", at)
                .bind("by", by.value())
                .bind("stalls", stalls)
                .bind("id", id)
                .map(StallRepository::stall)
                .one();
    }

    private static Stall stall(Readable row) {
        return new Stall(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                required(row, "day_id", UUID.class),
                new AccountId(required(row, "holder", UUID.class)),
                required(row, "shown_name", String.class),
                List.of(required(row, "goods", String[].class)),
                row.get("number", Integer.class),
                StallState.valueOf(required(row, "state", String.class)),
                required(row, "applied_at", Instant.class));
    }
}
