package io.xunshi.platform.corner.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Good;
import io.xunshi.platform.audit.TradeKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Books that left a corner for good, as soon as nobody can take it back. They name a title and a corner, and no child.
 * Books that left before codes were kept are not among them.
 */
@Repository
public class BookSwapRecords {

    /** A swap that is told of is over. */
    public static final String STATE = "SWAPPED";

    private final DatabaseClient database;

    BookSwapRecords(DatabaseClient database) {
        this.database = database;
    }

    public Mono<AuditedTrade> find(UUID movement) {
        return read("and movement.id = :id", spec -> spec.bind("id", movement)).next();
    }

    /** By the code in its stored form. */
    public Mono<AuditedTrade> findByCode(String code) {
        return read("and departure.code = :code", spec -> spec.bind("code", code))
                .next();
    }

    public Flux<AuditedTrade> findNewest(int limit) {
        return read("order by told_at desc limit :limit", spec -> spec.bind("limit", limit));
    }

    private Flux<AuditedTrade> read(String which, UnaryOperator<GenericExecuteSpec> bound) {
        return bound.apply(database.sql("""
                        select movement.id, departure.code, movement.at, title.title, corner.district_code
                        from corner.departure
                        join corner.movement on movement.id = departure.movement_id
                        join corner.title on title.isbn = movement.isbn
                        join corner.corner on corner.id = movement.corner_id
                        where told_at is not null and departure.code is not null
                        """ + which))
                .map(BookSwapRecords::audited)
                .all();
    }

    private static AuditedTrade audited(Readable row) {
        return new AuditedTrade(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                TradeKind.BOOK_SWAP,
                STATE,
                List.of(),
                List.of(new Good(
                        null,
                        required(row, "title", String.class),
                        required(row, "district_code", String.class),
                        null,
                        null)),
                required(row, "at", Instant.class));
    }
}
