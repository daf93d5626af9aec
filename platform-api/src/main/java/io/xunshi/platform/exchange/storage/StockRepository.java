package io.xunshi.platform.exchange.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.exchange.domain.StockAccount;
import io.xunshi.platform.exchange.domain.StockMovement;
import io.xunshi.platform.exchange.domain.StockMovement.Kind;
import io.xunshi.platform.exchange.domain.StockPosition;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stock accounts and their movements. What an account has and promises moves by conditional statements, so that two who
 * offer the last tonne at once do not both have it.
 */
@Repository
public class StockRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    /** As the table's constraint has it. */
    private static final long ON_HAND_MAX = 100_000_000_000_000L;

    private static final String ACCOUNT = "organisation, material, measure, on_hand, offered";
    private static final String MOVEMENT = """
            select id, organisation, material, kind, quantity, source, reference, happened_on, lot_id, holder, entered_by,
                   entered_at
            from exchange.stock_movement
            """;

    private final DatabaseClient database;

    StockRepository(DatabaseClient database) {
        this.database = database;
    }

    public Flux<StockAccount> accountsOf(OrganisationId organisation) {
        return database.sql("select " + ACCOUNT + """
                         from exchange.stock where organisation = :organisation order by material
                        """)
                .bind("organisation", organisation.value())
                .map(StockRepository::account)
                .all();
    }

    /**
     * Keeps all accounts of an organisation for the transaction that is under way. They are locked in one order, so
     * that of two transactions that promise of several the second waits for the first, and not each for the other.
     */
    public Mono<Void> lockAccountsOf(OrganisationId organisation) {
        return database.sql("""
                        select material from exchange.stock where organisation = :organisation order by material
                        for update
                        """)
                .bind("organisation", organisation.value())
                .map(row -> required(row, "material", String.class))
                .all()
                .then();
    }

    /** The account, kept for the transaction that is under way; empty where nothing of it was ever there. */
    public Mono<StockAccount> lock(OrganisationId organisation, String material) {
        return database.sql("select " + ACCOUNT + """
                         from exchange.stock where organisation = :organisation and material = :material for update
                        """)
                .bind("organisation", organisation.value())
                .bind("material", material)
                .map(StockRepository::account)
                .one();
    }

    /** Empty where nothing of it was ever there. */
    public Mono<StockAccount> find(OrganisationId organisation, String material) {
        return database.sql("select " + ACCOUNT + """
                         from exchange.stock where organisation = :organisation and material = :material
                        """)
                .bind("organisation", organisation.value())
                .bind("material", material)
                .map(StockRepository::account)
                .one();
    }

    /** An account for what never was there. */
    public Mono<Void> open(OrganisationId organisation, String material, Measure measure) {
        return database.sql("""
                        insert into exchange.stock (organisation, material, measure, on_hand, offered)
                        values (:organisation, :material, :measure, 0, 0)
                        on conflict do nothing
                        """)
                .bind("organisation", organisation.value())
                .bind("material", material)
                .bind("measure", measure.name())
                .then();
    }

    /**
     * More or less of it is there; empty where that would be less than is offered, or more than an account holds.
     *
     * @param quantity negative for less
     */
    public Mono<StockAccount> move(OrganisationId organisation, String material, long quantity) {
        return database.sql("""
                        update exchange.stock
                        set on_hand = on_hand + :quantity
                        where organisation = :organisation and material = :material
                          and on_hand + :quantity between offered and :max
                        returning\s""" + ACCOUNT)
                .bind("organisation", organisation.value())
                .bind("material", material)
                .bind("quantity", quantity)
                .bind("max", ON_HAND_MAX)
                .map(StockRepository::account)
                .one();
    }

    /**
     * Promises more or less of it; empty where so much is not free.
     *
     * @param quantity negative for less
     */
    public Mono<StockAccount> promise(OrganisationId organisation, String material, long quantity) {
        return database.sql("""
                        update exchange.stock
                        set offered = offered + :quantity
                        where organisation = :organisation and material = :material
                          and offered + :quantity between 0 and on_hand
                        returning\s""" + ACCOUNT)
                .bind("organisation", organisation.value())
                .bind("material", material)
                .bind("quantity", quantity)
                .map(StockRepository::account)
                .one();
    }

    /** What was promised is another's. */
    public Mono<StockAccount> deliver(OrganisationId organisation, String material, long quantity) {
        return database.sql("""
                        update exchange.stock
                        set offered = offered - :quantity, on_hand = on_hand - :quantity
                        where organisation = :organisation and material = :material
                        returning\s""" + ACCOUNT)
                .bind("organisation", organisation.value())
                .bind("material", material)
                .bind("quantity", quantity)
                .map(StockRepository::account)
                .one();
    }

    /** By material. */
    public Flux<StockPosition> positionsOf(OrganisationId organisation) {
        return database.sql("""
                        select stock.material, stock.measure, stock.on_hand - stock.offered as free,
                               stock.offered - coalesce(kept.quantity, 0) as open, coalesce(kept.quantity, 0) as reserved
                        from exchange.stock
                        left join (
                            select material, sum(quantity)::bigint as quantity
                            from (select lot.material, part.quantity
                                  from exchange.lot join exchange.lot_part as part on part.lot_id = lot.id
                                  where lot.seller = :organisation and part.state = 'TAKEN'
                                  union all
                                  select material, remaining
                                  from exchange.lot where seller = :organisation and state = 'HELD') as keeping
                            group by material) as kept on kept.material = stock.material
                        where stock.organisation = :organisation
                        order by stock.material
                        """)
                .bind("organisation", organisation.value())
                .map(row -> new StockPosition(
                        required(row, "material", String.class),
                        Measure.valueOf(required(row, "measure", String.class)),
                        required(row, "free", Long.class),
                        required(row, "open", Long.class),
                        required(row, "reserved", Long.class)))
                .all();
    }

    public Mono<Void> add(StockMovement movement) {
        var lot = movement.lot();
        var source = movement.source();
        var enteredBy = movement.enteredBy();
        var holder = movement.holder();
        return database.sql("""
                        insert into exchange.stock_movement
                            (id, organisation, material, kind, quantity, source, reference, happened_on, lot_id, holder,
                             entered_by, entered_at)
                        values (:id, :organisation, :material, :kind, :quantity, :source, :reference, :happenedOn, :lot,
                                :holder, :enteredBy, :enteredAt)
                        """)
                .bind("id", movement.id())
                .bind("organisation", movement.organisation().value())
                .bind("material", movement.materialCode())
                .bind("kind", movement.kind().name())
                .bind("quantity", movement.quantity())
                .bind("source", Parameters.in(R2dbcType.VARCHAR, source == null ? null : source.name()))
                .bind("reference", movement.reference())
                .bind("happenedOn", movement.happenedOn())
                .bind("lot", orNull(lot == null ? null : lot.value()))
                .bind("holder", orNull(holder))
                .bind("enteredBy", orNull(enteredBy == null ? null : enteredBy.value()))
                .bind("enteredAt", movement.enteredAt())
                .then();
    }

    /** Newest first. */
    public Flux<StockMovement> movementsOf(OrganisationId organisation, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(MOVEMENT + """
                        where organisation = :organisation and (entered_at, id) < (:at, :id)
                        order by entered_at desc, id desc
                        limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(StockRepository::movement)
                .all();
    }

    /** What came from natural persons, newest first. */
    public Flux<StockMovement> receiptsOfResidents(OrganisationId organisation, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(MOVEMENT + """
                        where organisation = :organisation and source = 'RESIDENTS' and (entered_at, id) < (:at, :id)
                        order by entered_at desc, id desc
                        limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(StockRepository::movement)
                .all();
    }

    /** Those of the receipts that came from natural persons. */
    public Flux<StockMovement> receiptsOfResidents(OrganisationId organisation, Collection<UUID> ids) {
        return database.sql(MOVEMENT + """
                        where organisation = :organisation and source = 'RESIDENTS' and id = any(:ids)
                        """)
                .bind("organisation", organisation.value())
                .bind("ids", ids.toArray(UUID[]::new))
                .map(StockRepository::movement)
                .all();
    }

    private static Parameter orNull(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(id);
    }

    private static StockAccount account(Readable row) {
        return new StockAccount(
                new OrganisationId(required(row, "organisation", UUID.class)),
                required(row, "material", String.class),
                Measure.valueOf(required(row, "measure", String.class)),
                required(row, "on_hand", Long.class),
                required(row, "offered", Long.class));
    }

    private static StockMovement movement(Readable row) {
        var source = row.get("source", String.class);
        var lot = row.get("lot_id", UUID.class);
        var enteredBy = row.get("entered_by", UUID.class);
        return new StockMovement(
                required(row, "id", UUID.class),
                new OrganisationId(required(row, "organisation", UUID.class)),
                required(row, "material", String.class),
                Kind.valueOf(required(row, "kind", String.class)),
                required(row, "quantity", Long.class),
                source == null ? null : Source.valueOf(source),
                required(row, "reference", String.class),
                required(row, "happened_on", LocalDate.class),
                lot == null ? null : new LotId(lot),
                row.get("holder", UUID.class),
                enteredBy == null ? null : new AccountId(enteredBy),
                required(row, "entered_at", Instant.class));
    }
}
