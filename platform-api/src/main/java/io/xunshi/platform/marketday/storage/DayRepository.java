package io.xunshi.platform.marketday.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.marketday.domain.MarketDay;
import io.xunshi.platform.marketday.domain.MarketDay.Hours;
import io.xunshi.platform.marketday.domain.MarketDay.Plan;
import io.xunshi.platform.marketday.domain.Organiser;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Market days. Whoever gives out or frees a stall locks the day first, so there is never one too many. */
@Repository
public class DayRepository {
    private static final String COLUMNS = """
            select day.id, day.code, day.title, day.district_code, day.address, day.lat, day.lon, day.apply_until,
                   day.opens_at, day.check_in_until, day.closes_at, day.books_close_at, day.stalls, day.rules,
                   day.cancelled_why, organiser.id as organiser_id, organiser.name, organiser.kind,
                   (select count(*) from marketday.stall where day_id = day.id and number is not null) as taken,
                   (select count(*) from marketday.stall where day_id = day.id and state = 'WAITING') as waiting
            from marketday.day
            join marketday.organiser on organiser.id = day.organiser_id
            """;

    private final DatabaseClient database;

    DayRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(MarketDay day, AccountId announcedBy, Instant at) {
        var plan = day.plan();
        var hours = plan.hours();
        return database.sql("""
                        insert into marketday.day
                            (id, code, organiser_id, title, district_code, address, lat, lon, apply_until, opens_at,
                             check_in_until, closes_at, books_close_at, stalls, rules, announced_by, announced_at)
                        values (:id, :code, :organiser, :title, :district, :address, :lat, :lon, :apply, :opens,
                                :checkIn, :closes, :books, :stalls, :rules, :by, :at)
                        """)
                .bind("id", day.id())
                .bind("code", day.code())
                .bind("organiser", day.organiser().id())
                .bind("title", plan.title())
                .bind("district", plan.districtCode())
                .bind("address", plan.address())
                .bind("lat", plan.place().lat())
                .bind("lon", plan.place().lon())
                .bind("apply", hours.applyUntil())
                .bind("opens", hours.opensAt())
                .bind("checkIn", hours.checkInUntil())
                .bind("closes", hours.closesAt())
                .bind("books", day.booksCloseAt())
                .bind("stalls", plan.stalls())
                .bind("rules", plan.rules())
                .bind("by", announcedBy.value())
                .bind("at", at)
                .then();
    }

    public Mono<MarketDay> find(UUID id) {
        return database.sql(COLUMNS + "where day.id = :id")
                .bind("id", id)
                .map(DayRepository::day)
                .one();
    }

    /** In no particular order. */
    public Flux<MarketDay> findAll(Collection<UUID> ids) {
        return database.sql(COLUMNS + "where day.id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(DayRepository::day)
                .all();
    }

    /** As it is once nobody else gives out or frees a stall of it; they wait until the caller's transaction ends. */
    public Mono<MarketDay> lock(UUID id) {
        return database.sql("select id from marketday.day where id = :id for update")
                .bind("id", id)
                .map((row, metadata) -> required(row, "id", UUID.class))
                .one()
                .flatMap(this::find);
    }

    /** Those that are not over and not called off, the soonest first. */
    public Flux<MarketDay> findComing(Instant now, int limit) {
        return database.sql(COLUMNS + """
                        where closes_at > :now and cancelled_at is null
                        order by opens_at, day.id
                        limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(DayRepository::day)
                .all();
    }

    /** The latest first. */
    public Flux<MarketDay> findOf(UUID organiser, int limit) {
        return database.sql(COLUMNS + """
                        where organiser_id = :organiser
                        order by opens_at desc, day.id
                        limit :limit
                        """)
                .bind("organiser", organiser)
                .bind("limit", limit)
                .map(DayRepository::day)
                .all();
    }

    public Mono<Long> countComing(UUID organiser, Instant now) {
        return database.sql("""
                        select count(*) as days from marketday.day
                        where organiser_id = :organiser and closes_at > :now and cancelled_at is null
                        """)
                .bind("organiser", organiser)
                .bind("now", now)
                .map((row, metadata) -> required(row, "days", Long.class))
                .one();
    }

    public Mono<Void> cancel(UUID id, AccountId by, String why, Instant at) {
        return database.sql("""
                        update marketday.day set cancelled_at = :at, cancelled_by = :by, cancelled_why = :why
                        where id = :id and cancelled_at is null
                        """)
                .bind("at", at)
                .bind("by", by.value())
                .bind("why", why)
                .bind("id", id)
                .then();
    }

    /** Days whose stalls of those who have not come are to be given away. */
    public Flux<UUID> findToGiveAway(Instant now, int limit) {
        return database.sql("""
                        select id from marketday.day
                        where check_in_until <= :now and given_away_at is null and cancelled_at is null
                        order by check_in_until
                        limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, metadata) -> required(row, "id", UUID.class))
                .all();
    }

    /** False where somebody else does it. */
    public Mono<Boolean> claimGivingAway(UUID id, Instant now) {
        return database.sql("""
                        update marketday.day set given_away_at = :now
                        where id = :id and given_away_at is null and cancelled_at is null
                        """)
                .bind("now", now)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Days that are not over, with free stalls and people who wait for them. */
    public Flux<UUID> findToFill(Instant now, int limit) {
        return database.sql("""
                        select day.id from marketday.day
                        where closes_at > :now and cancelled_at is null
                          and exists (select from marketday.stall where day_id = day.id and state = 'WAITING')
                          and stalls > (select count(*) from marketday.stall where day_id = day.id and number is not null)
                        order by opens_at
                        limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, metadata) -> required(row, "id", UUID.class))
                .all();
    }

    private static MarketDay day(Readable row) {
        return new MarketDay(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                new Organiser(
                        required(row, "organiser_id", UUID.class),
                        required(row, "name", String.class),
                        Organiser.Kind.valueOf(required(row, "kind", String.class))),
                plan(row),
                required(row, "taken", Long.class).intValue(),
                required(row, "waiting", Long.class).intValue(),
                required(row, "books_close_at", Instant.class),
                row.get("cancelled_why", String.class));
    }

    private static Plan plan(Readable row) {
        return new Plan(
                required(row, "title", String.class),
                required(row, "district_code", String.class),
                required(row, "address", String.class),
                new Place(required(row, "lat", Double.class), required(row, "lon", Double.class)),
                new Hours(
                        required(row, "apply_until", Instant.class),
                        required(row, "opens_at", Instant.class),
                        required(row, "check_in_until", Instant.class),
                        required(row, "closes_at", Instant.class)),
                required(row, "stalls", Integer.class),
                required(row, "rules", String.class));
    }
}
