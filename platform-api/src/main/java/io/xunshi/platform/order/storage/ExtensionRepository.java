package io.xunshi.platform.order.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.ExtensionState;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.domain.RentalExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Extensions of rentals; at most one of a rental is under way. */
@Repository
public class ExtensionRepository {
    private static final String COLUMNS =
            "select id, rental_id, state, last_day, rent_fen, deadline, asked_at from orders.rental_extension ";

    private final DatabaseClient database;

    ExtensionRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where another one is under way. */
    public Mono<Boolean> add(RentalExtension extension) {
        return database.sql("""
                        insert into orders.rental_extension (id, rental_id, state, last_day, rent_fen, deadline, asked_at)
                        values (:id, :rental, :state, :last, :rent, :deadline, :at)
                        on conflict do nothing
                        """)
                .bind("id", extension.id())
                .bind("rental", extension.rentalId().value())
                .bind("state", extension.state().name())
                .bind("last", extension.lastDay())
                .bind("rent", extension.rent().amount())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, extension.deadline()))
                .bind("at", extension.askedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Flux<UUID> idsOf(RentalId rental) {
        return database.sql("select id from orders.rental_extension where rental_id = :rental")
                .bind("rental", rental.value())
                .map((row, metadata) -> required(row, "id", UUID.class))
                .all();
    }

    /** After the transition; empty where it was not in the first state any more. */
    public Mono<RentalExtension> move(RentalExtension extension, ExtensionState to, @Nullable Instant deadline) {
        return database.sql("""
                        update orders.rental_extension
                        set state = :to, deadline = :deadline
                        where id = :id and state = :from
                        returning id, rental_id, state, last_day, rent_fen, deadline, asked_at
                        """)
                .bind("to", to.name())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, deadline))
                .bind("id", extension.id())
                .bind("from", extension.state().name())
                .map(ExtensionRepository::extension)
                .one();
    }

    public Mono<RentalExtension> find(UUID id) {
        return database.sql(COLUMNS + "where id = :id")
                .bind("id", id)
                .map(ExtensionRepository::extension)
                .one();
    }

    /** Newest first. */
    public Flux<RentalExtension> findOf(RentalId rental) {
        return database.sql(COLUMNS + "where rental_id = :rental order by asked_at desc, id desc")
                .bind("rental", rental.value())
                .map(ExtensionRepository::extension)
                .all();
    }

    public Flux<UUID> findDue(Instant now, int limit) {
        return database.sql(
                        "select id from orders.rental_extension where deadline <= :now order by deadline limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((row, metadata) -> required(row, "id", UUID.class))
                .all();
    }

    public Mono<Void> prolong(UUID id, Instant deadline) {
        return database.sql("update orders.rental_extension set deadline = :deadline where id = :id")
                .bind("deadline", deadline)
                .bind("id", id)
                .then();
    }

    private static RentalExtension extension(Readable row) {
        return new RentalExtension(
                required(row, "id", UUID.class),
                new RentalId(required(row, "rental_id", UUID.class)),
                ExtensionState.valueOf(required(row, "state", String.class)),
                required(row, "last_day", LocalDate.class),
                Money.fen(required(row, "rent_fen", Long.class)),
                row.get("deadline", Instant.class),
                required(row, "asked_at", Instant.class));
    }
}
