package io.xunshi.platform.fulfilment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.domain.Load;
import io.xunshi.platform.fulfilment.domain.ScaleTicket;
import io.xunshi.platform.fulfilment.domain.ScaleTicket.Source;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.pricing.Side;
import io.xunshi.platform.pricing.WeighTicket;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads and their weigh tickets. A driver's name is encrypted. */
@Repository
public class LoadRepository {
    private static final String TICKET = """
            select id, load, scale, device, certificate_to, plate, gross_grams, gross_at, tare_grams, tare_at,
                   override_reason, documents, source, correction, taken_at, brought_by, agreed_at,
                   superseded_at
            from fulfilment.ticket
            """;
    /** So many tares of a vehicle are compared. */
    private static final int TARES = 10;

    private final DatabaseClient database;
    private final PersonalText personalText;

    LoadRepository(DatabaseClient database, PersonalText personalText) {
        this.database = database;
        this.personalText = personalText;
    }

    public Mono<Void> add(DealId deal, Load load, AccountId by) {
        return database.sql("""
                        insert into fulfilment.load
                            (id, deal, number, plate, driver_cipher, manifest, quantity, dispatched_at, dispatched_by)
                        values (:id, :deal, :number, :plate, :driver, :manifest, :quantity, :at, :by)
                        """)
                .bind("id", load.id())
                .bind("deal", deal.value())
                .bind("number", load.number())
                .bind("plate", load.plate())
                .bind("driver", personalText.encrypt(load.driver()))
                .bind("manifest", Parameters.in(R2dbcType.VARCHAR, load.manifest()))
                .bind("quantity", load.quantity())
                .bind("at", load.dispatchedAt())
                .bind("by", by.value())
                .then();
    }

    public Mono<Void> count(UUID load, long pieces, AccountId by) {
        return database.sql("update fulfilment.load set counted_pieces = :pieces, counted_by = :by where id = :id")
                .bind("pieces", pieces)
                .bind("by", by.value())
                .bind("id", load)
                .then();
    }

    /** Empty where there is no such load. */
    public Mono<DealId> dealOf(UUID load) {
        return database.sql("select deal from fulfilment.load where id = :id")
                .bind("id", load)
                .map(row -> new DealId(required(row, "deal", UUID.class)))
                .one();
    }

    /** In the order in which they left. */
    public Flux<Load> findOf(DealId deal) {
        return database.sql("""
                        select id, number, plate, driver_cipher, manifest, quantity, dispatched_at, counted_pieces
                        from fulfilment.load where deal = :deal order by number
                        """).bind("deal", deal.value()).map(this::load).all();
    }

    public Mono<Void> add(DealId deal, ScaleTicket ticket, AccountId by) {
        var said = ticket.ticket();
        return database.sql("""
                        insert into fulfilment.ticket
                            (id, load, deal, scale, device, certificate_to, plate, gross_grams, gross_at, tare_grams,
                             tare_at, override_reason, documents, source, correction, content_hash, taken_at, taken_by,
                             brought_by)
                        values (:id, :load, :deal, :scale, :device, :certificate, :plate, :gross, :grossAt, :tare,
                                :tareAt, :override, :documents, :source, :correction, :hash, :at, :by, :broughtBy)
                        """)
                .bind("id", ticket.id())
                .bind("load", ticket.load())
                .bind("deal", deal.value())
                .bind("scale", said.scale().name())
                .bind("device", said.deviceId())
                .bind("certificate", said.certificateValidTo())
                .bind("plate", said.plate())
                .bind("gross", said.grossGrams())
                .bind("grossAt", said.grossAt())
                .bind("tare", said.tareGrams())
                .bind("tareAt", said.tareAt())
                .bind("override", Parameters.in(R2dbcType.VARCHAR, ticket.overrideReason()))
                .bind("documents", ticket.documents().toArray(UUID[]::new))
                .bind("source", ticket.source().name())
                .bind("correction", Parameters.in(R2dbcType.VARCHAR, ticket.correction()))
                .bind("hash", ticket.contentHash())
                .bind("at", ticket.takenAt())
                .bind("by", by.value())
                .bind("broughtBy", Parameters.in(R2dbcType.VARCHAR, nameOf(ticket.broughtBy())))
                .then();
    }

    /** The other side stands by what a third scale said. */
    public Mono<Void> agree(UUID ticket, Instant now) {
        return database.sql("update fulfilment.ticket set agreed_at = :now where id = :id and agreed_at is null")
                .bind("now", now)
                .bind("id", ticket)
                .then();
    }

    /** A correction takes the place of what the scale said before. */
    public Mono<Void> supersede(UUID load, Scale scale, Instant now) {
        return database.sql("""
                        update fulfilment.ticket set superseded_at = :now
                        where load = :load and scale = :scale and superseded_at is null
                        """)
                .bind("now", now)
                .bind("load", load)
                .bind("scale", scale.name())
                .then();
    }

    /** With those that were corrected, oldest first. */
    public Flux<ScaleTicket> ticketsOf(DealId deal) {
        return database.sql(TICKET + "where deal = :deal order by taken_at, id")
                .bind("deal", deal.value())
                .map(LoadRepository::ticket)
                .all();
    }

    /** The vehicle's last tares on any scale, the newest first; in grams. */
    public Mono<List<Long>> earlierTares(String plate) {
        return database.sql("""
                        select tare_grams from fulfilment.ticket
                        where plate = :plate and superseded_at is null
                        order by tare_at desc
                        limit :limit
                        """)
                .bind("plate", plate)
                .bind("limit", TARES)
                .map(row -> required(row, "tare_grams", Long.class))
                .all()
                .collectList();
    }

    private static @Nullable String nameOf(@Nullable Side side) {
        return side == null ? null : side.name();
    }

    private Load load(Readable row) {
        return new Load(
                required(row, "id", UUID.class),
                required(row, "number", Integer.class),
                required(row, "plate", String.class),
                personalText.decrypt(required(row, "driver_cipher", byte[].class)),
                row.get("manifest", String.class),
                required(row, "quantity", Long.class),
                required(row, "dispatched_at", Instant.class),
                row.get("counted_pieces", Long.class));
    }

    private static ScaleTicket ticket(Readable row) {
        var override = row.get("override_reason", String.class);
        var broughtBy = row.get("brought_by", String.class);
        return new ScaleTicket(
                required(row, "id", UUID.class),
                required(row, "load", UUID.class),
                new WeighTicket(
                        Scale.valueOf(required(row, "scale", String.class)),
                        required(row, "device", String.class),
                        required(row, "certificate_to", LocalDate.class),
                        required(row, "plate", String.class),
                        required(row, "gross_grams", Long.class),
                        required(row, "gross_at", Instant.class),
                        required(row, "tare_grams", Long.class),
                        required(row, "tare_at", Instant.class),
                        override != null),
                override,
                List.of(required(row, "documents", UUID[].class)),
                Source.valueOf(required(row, "source", String.class)),
                row.get("correction", String.class),
                required(row, "taken_at", Instant.class),
                broughtBy == null ? null : Side.valueOf(broughtBy),
                row.get("agreed_at", Instant.class),
                row.get("superseded_at", Instant.class));
    }
}
