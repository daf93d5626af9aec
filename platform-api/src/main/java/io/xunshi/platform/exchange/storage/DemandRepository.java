package io.xunshi.platform.exchange.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.xunshi.platform.exchange.domain.Demand;
import io.xunshi.platform.exchange.domain.DemandState;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Demands. Every step is one conditional statement. */
@Repository
public class DemandRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private static final String OPEN = """
            state = 'OPEN'
            and (cardinality(:materials) = 0 or material = any(:materials))
            and (:area::text is null or area = :area)
            and not exists (select from unnest(:patterns) as pattern where title not ilike pattern)
            """;

    private final DatabaseClient database;

    DemandRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Long> countOpen(OrganisationId buyer) {
        return database.sql("select count(*) as demands from exchange.demand where buyer = :buyer and state = 'OPEN'")
                .bind("buyer", buyer.value())
                .map(row -> required(row, "demands", Long.class))
                .one();
    }

    public Mono<Void> add(Demand demand) {
        var statement = database.sql("""
                        insert into exchange.demand
                            (id, code, buyer, posted_by, state, material, measure, title, quantity, area, price_fen, tax,
                             terms, version, posted_at, ends_at)
                        values (:id, :code, :buyer, :postedBy, :state, :material, :measure, :title, :quantity, :area, :price,
                                :tax, :terms::jsonb, :version, :postedAt, :endsAt)
                        """)
                .bind("id", demand.id())
                .bind("code", demand.code())
                .bind("buyer", demand.buyer().value())
                .bind("postedBy", demand.postedBy().value())
                .bind("state", demand.state().name())
                .bind("version", demand.version())
                .bind("postedAt", demand.postedAt());
        return DemandRows.bind(statement, demand).then();
    }

    /** As said anew; empty where it is of another version, or has ended. */
    public Mono<Demand> edit(Demand demand) {
        var statement =
                database.sql("""
                        update exchange.demand
                        set material = :material, measure = :measure, title = :title, quantity = :quantity, area = :area,
                            price_fen = :price, tax = :tax, terms = :terms::jsonb, ends_at = :endsAt, version = version + 1
                        where id = :id and version = :version and state = 'OPEN'
                        returning\s""" + DemandRows.COLUMNS).bind("id", demand.id()).bind("version", demand.version());
        return DemandRows.bind(statement, demand).map(DemandRows::demand).one();
    }

    public Mono<Demand> find(UUID id) {
        return database.sql("select " + DemandRows.COLUMNS + " from exchange.demand where id = :id")
                .bind("id", id)
                .map(DemandRows::demand)
                .one();
    }

    /** In whatever state, newest first. */
    public Flux<Demand> findOf(OrganisationId buyer, @Nullable Cursor after, int limit) {
        var statement = database.sql("select " + DemandRows.COLUMNS + """
                         from exchange.demand
                        where buyer = :buyer and (posted_at, id) < (:at, :id)
                        order by posted_at desc, id desc
                        limit :limit
                        """).bind("buyer", buyer.value());
        return paged(statement, after, limit);
    }

    /** What everybody may find, newest first. */
    public Flux<Demand> findOpen(OfferFilter filter, @Nullable Cursor after, int limit) {
        var statement = database.sql("select " + DemandRows.COLUMNS + " from exchange.demand where " + OPEN + """
                         and (posted_at, id) < (:at, :id)
                        order by posted_at desc, id desc
                        limit :limit
                        """)
                .bind("materials", filter.materials().toArray(String[]::new))
                .bind("area", Parameters.in(R2dbcType.VARCHAR, filter.area()))
                .bind("patterns", filter.patterns());
        return paged(statement, after, limit);
    }

    /** What everybody may find, in the order of the ids. */
    public Flux<Demand> findOpenAfter(@Nullable UUID last, int limit) {
        return database.sql("select " + DemandRows.COLUMNS + """
                         from exchange.demand
                        where state = 'OPEN' and (:last::uuid is null or id > :last)
                        order by id
                        limit :limit
                        """)
                .bind("last", last == null ? Parameters.in(UUID.class) : Parameters.in(last))
                .bind("limit", limit)
                .map(DemandRows::demand)
                .all();
    }

    /** Ends it as its buyer says; empty where it has ended. */
    public Mono<Demand> end(UUID id, DemandState as, Instant now) {
        return database.sql("""
                        update exchange.demand
                        set state = :state, ended_at = :now, version = version + 1
                        where id = :id and state = 'OPEN'
                        returning\s""" + DemandRows.COLUMNS)
                .bind("state", as.name())
                .bind("now", now)
                .bind("id", id)
                .map(DemandRows::demand)
                .one();
    }

    /** Ends all whose last day is over. */
    public Flux<Demand> expire(Instant now) {
        return database.sql("""
                        update exchange.demand
                        set state = 'EXPIRED', ended_at = :now, version = version + 1
                        where state = 'OPEN' and ends_at <= :now
                        returning\s""" + DemandRows.COLUMNS)
                .bind("now", now)
                .map(DemandRows::demand)
                .all();
    }

    private static Flux<Demand> paged(GenericExecuteSpec statement, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return statement
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(DemandRows::demand)
                .all();
    }
}
