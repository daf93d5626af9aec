package io.xunshi.platform.consignment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.domain.CommissionScheme;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.domain.Point.Profile;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.Place;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Points, who works at them, and what they keep of sales. */
@Repository
public class PointRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Integer>> RATES = new TypeReference<>() {};
    private static final String COLUMNS = """
            select id, code, account, name, address, district_code, lat, lon, hours, capacity, version, opened_at
            from consignment.point
            """;

    private final DatabaseClient database;

    PointRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where the account is a point's already. */
    public Mono<Boolean> add(Point point) {
        var insert = database.sql("""
                        insert into consignment.point
                            (id, code, account, name, address, district_code, lat, lon, hours, capacity, version, opened_at)
                        values (:id, :code, :account, :name, :address, :district, :lat, :lon, :hours, :capacity, 1, :at)
                        on conflict (account) do nothing
                        """)
                .bind("id", point.id().value())
                .bind("code", point.code())
                .bind("account", point.account().value())
                .bind("at", point.openedAt());
        return bindProfile(insert, point.profile()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** As edited; empty where it is of another version. */
    public Mono<Point> edit(PointId id, long version, Profile profile) {
        var update = database.sql("""
                        update consignment.point
                        set name = :name, address = :address, district_code = :district, lat = :lat, lon = :lon, hours = :hours,
                            capacity = :capacity, version = version + 1
                        where id = :id and version = :version
                        """).bind("id", id.value()).bind("version", version);
        return bindProfile(update, profile)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(edited -> find(id));
    }

    public Mono<Point> find(PointId id) {
        return database.sql(COLUMNS + "where id = :id")
                .bind("id", id.value())
                .map(PointRepository::point)
                .one();
    }

    /** Whoever else takes something in waits until the caller's transaction ends. */
    public Mono<Point> findForUpdate(PointId id) {
        return database.sql(COLUMNS + "where id = :id for update")
                .bind("id", id.value())
                .map(PointRepository::point)
                .one();
    }

    public Mono<Point> findByAccount(AccountId account) {
        return database.sql(COLUMNS + "where account = :account")
                .bind("account", account.value())
                .map(PointRepository::point)
                .one();
    }

    /** By name; there are hundreds in a city, not thousands. */
    public Flux<Point> findAll() {
        return database.sql(COLUMNS + "order by name, id limit 500")
                .map(PointRepository::point)
                .all();
    }

    /** Where somebody works. */
    public Mono<Point> findOfOperator(AccountId operator) {
        return database.sql(COLUMNS + """
                        where id = (select point_id from consignment.operator where account = :account and until is null)
                        """)
                .bind("account", operator.value())
                .map(PointRepository::point)
                .one();
    }

    public Flux<Operator> operatorsOf(PointId id) {
        return database.sql("""
                        select account, since from consignment.operator where point_id = :id and until is null order by since
                        """)
                .bind("id", id.value())
                .map(row -> new Operator(
                        new AccountId(required(row, "account", UUID.class)), required(row, "since", Instant.class)))
                .all();
    }

    /** Whether somebody works there or has. */
    public Mono<Boolean> hasWorkedAt(PointId id, AccountId account) {
        return database.sql("""
                        select exists (select 1 from consignment.operator where point_id = :id and account = :account) as has
                        """)
                .bind("id", id.value())
                .bind("account", account.value())
                .map((row, metadata) -> required(row, "has", Boolean.class))
                .one();
    }

    /** False where they work somewhere already. */
    public Mono<Boolean> addOperator(PointId id, AccountId operator, Instant since) {
        return database.sql("""
                        insert into consignment.operator (point_id, account, since) values (:id, :account, :since)
                        on conflict do nothing
                        """)
                .bind("id", id.value())
                .bind("account", operator.value())
                .bind("since", since)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> endOperator(PointId id, AccountId operator, Instant until) {
        return database.sql("""
                        update consignment.operator set until = :until
                        where point_id = :id and account = :account and until is null
                        """)
                .bind("until", until)
                .bind("id", id.value())
                .bind("account", operator.value())
                .then();
    }

    /** The next version's number; one that two administrators decide at once is refused to the second. */
    public Mono<Integer> addScheme(PointId id, CommissionScheme scheme, AccountId decidedBy, Instant decidedAt) {
        return database.sql("""
                        insert into consignment.scheme
                            (point_id, version, effective_from, usual_per_mille, per_mille_of, decided_by, decided_at)
                        select :id, 1 + coalesce(max(version), 0), :from, :usual, :rates, :by, :at
                        from consignment.scheme
                        where point_id = :id
                        returning version
                        """)
                .bind("id", id.value())
                .bind("from", scheme.effectiveFrom())
                .bind("usual", scheme.usualPerMille())
                .bind("rates", Json.of(JSON.writeValueAsString(scheme.perMilleOf())))
                .bind("by", decidedBy.value())
                .bind("at", decidedAt)
                .map((row, metadata) -> required(row, "version", Integer.class))
                .one()
                .onErrorComplete(DuplicateKeyException.class);
    }

    /** Newest first. */
    public Flux<CommissionScheme> schemesOf(PointId id) {
        return database.sql("""
                        select version, effective_from, usual_per_mille, per_mille_of
                        from consignment.scheme
                        where point_id = :id
                        order by version desc
                        """)
                .bind("id", id.value())
                .map(PointRepository::scheme)
                .all();
    }

    private static GenericExecuteSpec bindProfile(GenericExecuteSpec statement, Profile profile) {
        return statement
                .bind("name", profile.name())
                .bind("address", profile.address())
                .bind("district", profile.districtCode())
                .bind("lat", profile.place().lat())
                .bind("lon", profile.place().lon())
                .bind("hours", profile.hours())
                .bind("capacity", profile.capacity());
    }

    private static Point point(Readable row) {
        return new Point(
                new PointId(required(row, "id", UUID.class)),
                required(row, "code", String.class),
                new AccountId(required(row, "account", UUID.class)),
                new Profile(
                        required(row, "name", String.class),
                        required(row, "address", String.class),
                        required(row, "district_code", String.class),
                        new Place(required(row, "lat", Double.class), required(row, "lon", Double.class)),
                        required(row, "hours", String.class),
                        required(row, "capacity", Integer.class)),
                required(row, "version", Long.class),
                required(row, "opened_at", Instant.class));
    }

    private static CommissionScheme scheme(Readable row) {
        return new CommissionScheme(
                required(row, "version", Integer.class),
                required(row, "effective_from", Instant.class),
                required(row, "usual_per_mille", Integer.class),
                JSON.readValue(required(row, "per_mille_of", String.class), RATES));
    }

    /** Somebody who works at a point. */
    public record Operator(AccountId account, Instant since) {}
}
