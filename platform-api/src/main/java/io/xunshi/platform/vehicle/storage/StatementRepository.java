package io.xunshi.platform.vehicle.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.vehicle.MileageReading;
import io.xunshi.platform.vehicle.MileageReading.Source;
import io.xunshi.platform.vehicle.VehiclePapers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What owners said of vehicles, by item. */
@Repository
public class StatementRepository {
    private final DatabaseClient database;

    StatementRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Statement> find(UUID itemId) {
        return database.sql("""
                        select registration_certificate, vehicle_licence, purchase_invoice, inspection_until, insurance_until,
                               plate_region, previous_owners, mortgaged, scrapped, offered_at
                        from vehicle.statement
                        where item_id = :item
                        """)
                .bind("item", itemId)
                .map(row -> new Statement(papers(row), List.of(), row.get("offered_at", Instant.class) != null))
                .one()
                .flatMap(statement -> readingsOf(itemId).collectList().map(statement::with));
    }

    public Mono<Void> replace(
            UUID itemId, AccountId owner, VehiclePapers papers, List<MileageReading> readings, Instant now) {
        return save(itemId, owner, papers, now)
                .then(database.sql("delete from vehicle.reading where item_id = :item")
                        .bind("item", itemId)
                        .then())
                .thenMany(Flux.range(0, readings.size()))
                .concatMap(place -> add(itemId, owner, readings.get(place), place))
                .then();
    }

    public Mono<Void> offer(UUID itemId, Instant now) {
        return database.sql(
                        "update vehicle.statement set offered_at = coalesce(offered_at, :now) where item_id = :item")
                .bind("item", itemId)
                .bind("now", now)
                .then();
    }

    public Mono<Void> forget(UUID itemId) {
        return database.sql("delete from vehicle.reading where item_id = :item")
                .bind("item", itemId)
                .then()
                .then(database.sql("delete from vehicle.statement where item_id = :item")
                        .bind("item", itemId)
                        .then());
    }

    /** Of items that were before everybody. */
    public Flux<MileageReading> offeredReadings(Collection<UUID> items) {
        return items.isEmpty()
                ? Flux.empty()
                : database.sql("""
                                select read_on, km, source
                                from vehicle.reading
                                join vehicle.statement using (item_id)
                                where item_id in (:items) and offered_at is not null
                                order by read_on, km
                                """)
                        .bind("items", items)
                        .map(StatementRepository::reading)
                        .all();
    }

    private Flux<MileageReading> readingsOf(UUID itemId) {
        return database.sql("select read_on, km, source from vehicle.reading where item_id = :item order by place")
                .bind("item", itemId)
                .map(StatementRepository::reading)
                .all();
    }

    private Mono<Void> save(UUID itemId, AccountId owner, VehiclePapers papers, Instant now) {
        var statement = database.sql("""
                        insert into vehicle.statement
                            (item_id, owner, registration_certificate, vehicle_licence, purchase_invoice, inspection_until,
                             insurance_until, plate_region, previous_owners, mortgaged, scrapped, stated_at)
                        values (:item, :owner, :certificate, :licence, :invoice, :inspection, :insurance, :region, :owners,
                                :mortgaged, :scrapped, :now)
                        on conflict (item_id) do update
                        set registration_certificate = excluded.registration_certificate,
                            vehicle_licence = excluded.vehicle_licence,
                            purchase_invoice = excluded.purchase_invoice,
                            inspection_until = excluded.inspection_until,
                            insurance_until = excluded.insurance_until,
                            plate_region = excluded.plate_region,
                            previous_owners = excluded.previous_owners,
                            mortgaged = excluded.mortgaged,
                            scrapped = excluded.scrapped,
                            stated_at = excluded.stated_at
                        """)
                .bind("item", itemId)
                .bind("owner", owner.value())
                .bind("certificate", papers.registrationCertificate())
                .bind("licence", papers.vehicleLicence())
                .bind("invoice", papers.purchaseInvoice())
                .bind("mortgaged", papers.mortgaged())
                .bind("scrapped", papers.scrapped())
                .bind("now", now);
        statement = bind(statement, "inspection", papers.inspectionUntil(), LocalDate.class);
        statement = bind(statement, "insurance", papers.insuranceUntil(), LocalDate.class);
        statement = bind(statement, "region", papers.plateRegion(), String.class);
        return bind(statement, "owners", papers.previousOwners(), Integer.class).then();
    }

    private Mono<Void> add(UUID itemId, AccountId owner, MileageReading reading, int place) {
        return database.sql("""
                        insert into vehicle.reading (item_id, place, owner, read_on, km, source)
                        values (:item, :place, :owner, :day, :km, :source)
                        """)
                .bind("item", itemId)
                .bind("place", place)
                .bind("owner", owner.value())
                .bind("day", reading.readOn())
                .bind("km", reading.km())
                .bind("source", reading.source().name())
                .then();
    }

    private static <T> GenericExecuteSpec bind(
            GenericExecuteSpec statement, String name, @Nullable T value, Class<T> type) {
        return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
    }

    private static MileageReading reading(Readable row) {
        return new MileageReading(
                required(row, "read_on", LocalDate.class),
                required(row, "km", Long.class),
                Source.valueOf(required(row, "source", String.class)));
    }

    private static VehiclePapers papers(Readable row) {
        return new VehiclePapers(
                required(row, "registration_certificate", Boolean.class),
                required(row, "vehicle_licence", Boolean.class),
                required(row, "purchase_invoice", Boolean.class),
                row.get("inspection_until", LocalDate.class),
                row.get("insurance_until", LocalDate.class),
                row.get("plate_region", String.class),
                row.get("previous_owners", Integer.class),
                required(row, "mortgaged", Boolean.class),
                required(row, "scrapped", Boolean.class));
    }

    /**
     * @param papers null where nothing was said
     * @param isOffered whether it stood in a public listing
     */
    public record Statement(@Nullable VehiclePapers papers, List<MileageReading> readings, boolean isOffered) {
        public static final Statement NONE = new Statement(null, List.of(), false);

        public Statement {
            readings = List.copyOf(readings);
        }

        Statement with(List<MileageReading> others) {
            return new Statement(papers, others, isOffered);
        }
    }
}
