package io.xunshi.platform.shipping.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.shipping.ShipmentState;
import io.xunshi.platform.shipping.TrackingEvent;
import io.xunshi.platform.shipping.domain.CarrierParcel;
import io.xunshi.platform.shipping.domain.PostalAddress;
import io.xunshi.platform.shipping.domain.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shipments and their tracking. Looking at them again is timed by the database's clock, which all replicas share. */
@Repository
public class ShipmentRepository {
    private static final String SELECT = """
            select id, order_id, weight_grams, to_name_cipher, to_phone_cipher, to_province, to_city_cipher, to_street_cipher,
                   from_name_cipher, from_phone_cipher, from_province, from_city_cipher, from_street_cipher, state, void_wanted,
                   waybill, sorting_code, is_damaged
            from shipping.shipment
            """;

    private final DatabaseClient database;
    private final PersonalText personalText;

    ShipmentRepository(DatabaseClient database, PersonalText personalText) {
        this.database = database;
        this.personalText = personalText;
    }

    /** A prepared one, with a receiver. */
    public Mono<Void> add(Shipment shipment, Instant at) {
        var to = Objects.requireNonNull(shipment.to());
        return database.sql("""
                        insert into shipping.shipment
                            (id, order_id, weight_grams, to_name_cipher, to_phone_cipher, to_province, to_city_cipher,
                             to_street_cipher, state, created_at, next_look_at)
                        values (:id, :order, :grams, :name, :phone, :province, :city, :street, :state, :at, now())
                        """)
                .bind("id", shipment.id())
                .bind("order", shipment.orderId())
                .bind("grams", shipment.weightGrams())
                .bind("name", personalText.encrypt(to.name()))
                .bind("phone", personalText.encrypt(to.phone()))
                .bind("province", to.province())
                .bind("city", personalText.encrypt(to.city()))
                .bind("street", personalText.encrypt(to.street()))
                .bind("state", shipment.state().name())
                .bind("at", at)
                .then();
    }

    /** Its id; empty where a label was asked for before, or it is called off. */
    public Mono<UUID> wantBooked(UUID orderId, PostalAddress from) {
        return database.sql("""
                        update shipping.shipment
                        set state = 'BOOKING', from_name_cipher = :name, from_phone_cipher = :phone, from_province = :province,
                            from_city_cipher = :city, from_street_cipher = :street, next_look_at = now() + interval '30 s'
                        where order_id = :order and state = 'PREPARED' and not void_wanted
                        returning id
                        """)
                .bind("name", personalText.encrypt(from.name()))
                .bind("phone", personalText.encrypt(from.phone()))
                .bind("province", from.province())
                .bind("city", personalText.encrypt(from.city()))
                .bind("street", personalText.encrypt(from.street()))
                .bind("order", orderId)
                .map((row, metadata) -> required(row, "id", UUID.class))
                .one();
    }

    /** Its id; empty where it was wanted before, or is beyond that. */
    public Mono<UUID> wantVoided(UUID orderId) {
        return database.sql("""
                        update shipping.shipment
                        set void_wanted = true, next_look_at = now() + interval '30 s'
                        where order_id = :order and not void_wanted and state in ('PREPARED', 'BOOKING', 'BOOKED')
                        returning id
                        """)
                .bind("order", orderId)
                .map((row, metadata) -> required(row, "id", UUID.class))
                .one();
    }

    public Mono<Void> declareLost(UUID orderId) {
        return database.sql(
                        "update shipping.shipment set state = 'LOST' where order_id = :order and state = 'IN_TRANSIT'")
                .bind("order", orderId)
                .then();
    }

    public Mono<Shipment> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(this::shipment)
                .one();
    }

    /** The same; others who lock it wait until the caller's transaction ends. */
    public Mono<Shipment> lock(UUID id) {
        return database.sql(SELECT + "where id = :id for update")
                .bind("id", id)
                .map(this::shipment)
                .one();
    }

    public Mono<Shipment> findByOrder(UUID orderId) {
        return database.sql(SELECT + "where order_id = :order")
                .bind("order", orderId)
                .map(this::shipment)
                .one();
    }

    public Mono<Void> putState(UUID id, ShipmentState state) {
        return database.sql("update shipping.shipment set state = :state where id = :id")
                .bind("state", state.name())
                .bind("id", id)
                .then();
    }

    public Mono<Void> putParcel(UUID id, ShipmentState state, CarrierParcel parcel) {
        return database.sql("""
                        update shipping.shipment
                        set state = :state, waybill = :waybill, sorting_code = :sorting, is_damaged = is_damaged or :damaged
                        where id = :id
                        """)
                .bind("state", state.name())
                .bind("waybill", parcel.waybill())
                .bind("sorting", parcel.sortingCode())
                .bind("damaged", parcel.isDamaged())
                .bind("id", id)
                .then();
    }

    /** How many of them are new: the carrier only ever adds to its list. */
    public Mono<Long> addEvents(UUID id, List<TrackingEvent> events) {
        return database.sql("""
                        insert into shipping.tracking (shipment_id, number, kind, place, at)
                        select :id, line, kind, place, at
                        from unnest(:kinds, :places, :times) with ordinality as told (kind, place, at, line)
                        on conflict do nothing
                        """)
                .bind("id", id)
                .bind("kinds", events.stream().map(event -> event.kind().name()).toArray(String[]::new))
                .bind("places", events.stream().map(TrackingEvent::place).toArray(String[]::new))
                .bind("times", events.stream().map(TrackingEvent::at).toArray(Instant[]::new))
                .fetch()
                .rowsUpdated();
    }

    /** Oldest first. */
    public Flux<TrackingEvent> eventsOf(UUID id) {
        return database.sql("select at, kind, place from shipping.tracking where shipment_id = :id order by number")
                .bind("id", id)
                .map((row, metadata) -> new TrackingEvent(
                        required(row, "at", Instant.class),
                        TrackingEvent.Kind.valueOf(required(row, "kind", String.class)),
                        required(row, "place", String.class)))
                .all();
    }

    /**
     * Shipments of which something is to be learned and that nobody looked at lately; takes them for a pause.
     *
     * @param pause for those with which something is wanted
     * @param trackPause for those that are only on their way
     */
    public Flux<UUID> takeOverdue(int limit, Duration pause, Duration trackPause) {
        return database.sql("""
                        update shipping.shipment
                        set next_look_at = now() + interval '1 millisecond'
                            * (case when void_wanted or state = 'BOOKING' then :pause else :track end)
                        where id in (
                            select id
                            from shipping.shipment
                            where (state in ('BOOKING', 'BOOKED', 'IN_TRANSIT') or (state = 'PREPARED' and void_wanted))
                              and next_look_at <= now()
                            order by next_look_at
                            limit :limit
                            for update skip locked)
                        returning id
                        """)
                .bind("pause", pause.toMillis())
                .bind("track", trackPause.toMillis())
                .bind("limit", limit)
                .map((row, metadata) -> required(row, "id", UUID.class))
                .all();
    }

    /** Takes the people out of what was made before then, and of what was not sent, before another time. */
    public Mono<Void> forgetBefore(Instant then, Instant unsentThen, Instant now, int limit) {
        return database.sql("""
                        update shipping.shipment
                        set to_name_cipher = null, to_phone_cipher = null, to_city_cipher = null, to_street_cipher = null,
                            from_name_cipher = null, from_phone_cipher = null, from_city_cipher = null, from_street_cipher = null,
                            forgotten_at = :now
                        where id in (
                            select id
                            from shipping.shipment
                            where forgotten_at is null
                              and (created_at < :then or created_at < :unsent and state in ('PREPARED', 'VOIDED'))
                            order by created_at
                            limit :limit)
                        """)
                .bind("now", now)
                .bind("then", then)
                .bind("unsent", unsentThen)
                .bind("limit", limit)
                .then();
    }

    private Shipment shipment(Readable row) {
        return new Shipment(
                required(row, "id", UUID.class),
                required(row, "order_id", UUID.class),
                required(row, "weight_grams", Integer.class),
                address(row, "to"),
                address(row, "from"),
                ShipmentState.valueOf(required(row, "state", String.class)),
                required(row, "void_wanted", Boolean.class),
                row.get("waybill", String.class),
                row.get("sorting_code", String.class),
                required(row, "is_damaged", Boolean.class));
    }

    private @Nullable PostalAddress address(Readable row, String side) {
        return row.get(side + "_name_cipher", byte[].class) == null
                ? null
                : new PostalAddress(
                        text(row, side + "_name_cipher"),
                        text(row, side + "_phone_cipher"),
                        required(row, side + "_province", String.class),
                        text(row, side + "_city_cipher"),
                        text(row, side + "_street_cipher"));
    }

    private String text(Readable row, String column) {
        return personalText.decrypt(required(row, column, byte[].class));
    }
}
