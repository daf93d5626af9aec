package io.xunshi.platform.tender.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.TenderState;
import io.xunshi.platform.tender.domain.BuyerRecord;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.domain.Tender.Opened;
import io.xunshi.platform.tender.domain.Tender.Published;
import io.xunshi.platform.tender.domain.TenderTimer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tenders. What moves a tender, and what quotes for it, locks its row first. */
@Repository
public class TenderRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;

    TenderRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Tender tender) {
        var draftedBy = tender.draftedBy();
        var statement = database.sql("""
                        insert into tender.tender
                            (id, code, buyer, drafted_by, state, title, area, materials, demand, invited, terms, closes_at,
                             award_by, drafted_at, version)
                        values (:id, :code, :buyer, :draftedBy, :state, :title, :area, :materials, :demand, :invited,
                                :terms::jsonb, :closesAt, :awardBy, :draftedAt, :version)
                        """)
                .bind("id", tender.id().value())
                .bind("code", tender.code())
                .bind("buyer", tender.buyer().value())
                .bind("draftedBy", TenderRows.nullable(draftedBy == null ? null : draftedBy.value()))
                .bind("state", tender.state().name())
                .bind("draftedAt", tender.draftedAt())
                .bind("version", tender.version());
        return TenderRows.bind(statement, tender.terms()).then();
    }

    /** As asked anew; empty where it is of another version, or no draft any more. */
    public Mono<Tender> edit(Tender tender) {
        var statement = database.sql("""
                        update tender.tender
                        set title = :title, area = :area, materials = :materials, demand = :demand, invited = :invited,
                            terms = :terms::jsonb, closes_at = :closesAt, award_by = :awardBy, version = version + 1
                        where id = :id and version = :version and state = 'DRAFT'
                        returning\s""" + TenderRows.COLUMNS)
                .bind("id", tender.id().value())
                .bind("version", tender.version());
        return TenderRows.bind(statement, tender.terms())
                .map(TenderRows::tender)
                .one();
    }

    public Mono<Tender> find(TenderId id) {
        return one("where id = :id", id);
    }

    /** With its row locked until the end of the caller's transaction. */
    public Mono<Tender> lock(TenderId id) {
        return one("where id = :id for update", id);
    }

    private Mono<Tender> one(String which, TenderId id) {
        return database.sql("select " + TenderRows.COLUMNS + " from tender.tender " + which)
                .bind("id", id.value())
                .map(TenderRows::tender)
                .one();
    }

    /** Those of the tenders that there are, in no particular order. */
    public Flux<Tender> findAll(Collection<TenderId> ids) {
        return database.sql("select " + TenderRows.COLUMNS + " from tender.tender where id = any(:ids)")
                .bind("ids", ids.stream().map(TenderId::value).toArray(UUID[]::new))
                .map(TenderRows::tender)
                .all();
    }

    /** In whatever state, newest first. */
    public Flux<Tender> findOf(OrganisationId buyer, @Nullable Cursor after, int limit) {
        var statement = database.sql("select " + TenderRows.COLUMNS + """
                         from tender.tender
                        where buyer = :buyer and (drafted_at, id) < (:at, :id)
                        order by drafted_at desc, id desc
                        limit :limit
                        """).bind("buyer", buyer.value());
        return paged(statement, after, limit);
    }

    /** What was published and the readers may see, newest first; the cursor is the time of the publication. */
    public Flux<Tender> findPublished(TenderFilter filter, @Nullable Cursor after, int limit) {
        var statement = database.sql("select " + TenderRows.COLUMNS + """
                         from tender.tender
                        where published_at is not null
                          and (not :open or state = 'PUBLISHED')
                          and (cardinality(:materials) = 0 or materials && :materials)
                          and (:area::text is null or area = :area)
                          and (:demand::uuid is null or demand = :demand)
                          and (cardinality(invited) = 0 or invited && :readers or buyer = any(:readers))
                          and (published_at, id) < (:at, :id)
                        order by published_at desc, id desc
                        limit :limit
                        """)
                .bind("open", filter.openOnly())
                .bind("materials", filter.materials().toArray(String[]::new))
                .bind("area", Parameters.in(R2dbcType.VARCHAR, filter.area()))
                .bind("demand", TenderRows.nullable(filter.demand()))
                .bind(
                        "readers",
                        filter.readers().stream().map(OrganisationId::value).toArray(UUID[]::new));
        return paged(statement, after, limit);
    }

    public Mono<Long> countWaitingOf(OrganisationId buyer) {
        return database.sql("""
                        select count(*) as tenders from tender.tender
                        where buyer = :buyer and state in ('DRAFT', 'PUBLISHED', 'CLOSED')
                        """)
                .bind("buyer", buyer.value())
                .map(row -> required(row, "tenders", Long.class))
                .one();
    }

    /** What became of a buyer's tenders for which there were quotes. */
    public Mono<BuyerRecord> recordOf(OrganisationId buyer) {
        return database.sql("""
                        select count(*) filter (where state = 'AWARDED') as awarded,
                               count(*) filter (where state = 'LAPSED') as lapsed,
                               count(*) filter (where state = 'CANCELLED') as cancelled
                        from tender.tender where buyer = :buyer and quotes > 0
                        """)
                .bind("buyer", buyer.value())
                .map(row -> new BuyerRecord(
                        required(row, "awarded", Long.class),
                        required(row, "lapsed", Long.class),
                        required(row, "cancelled", Long.class)))
                .one();
    }

    /** The caller has locked it. */
    public Mono<Tender> publish(TenderId id, Published published) {
        return moved(
                database.sql("""
                        update tender.tender
                        set state = 'PUBLISHED', published_at = :at, content_hash = :hash, version = version + 1
                        where id = :id
                        returning\s""" + TenderRows.COLUMNS)
                        .bind("at", published.at())
                        .bind("hash", published.contentHash()),
                id);
    }

    /** The caller has locked it. */
    public Mono<Tender> close(TenderId id, Opened opened) {
        return moved(
                database.sql("""
                        update tender.tender
                        set state = 'CLOSED', quotes_hash = :hash, quotes = :quotes, version = version + 1
                        where id = :id
                        returning\s""" + TenderRows.COLUMNS)
                        .bind("hash", opened.quotesHash())
                        .bind("quotes", opened.quotes()),
                id);
    }

    /** The caller has locked it. */
    public Mono<Tender> end(TenderId id, TenderState as, Instant now, @Nullable String reason) {
        return moved(
                database.sql("""
                        update tender.tender
                        set state = :state, ended_at = :now, end_reason = :reason, version = version + 1
                        where id = :id
                        returning\s""" + TenderRows.COLUMNS)
                        .bind("state", as.name())
                        .bind("now", now)
                        .bind("reason", Parameters.in(R2dbcType.VARCHAR, reason)),
                id);
    }

    /** Those whose waiting is over, in no particular order. */
    public Flux<TenderId> findDue(Instant now, int limit) {
        return database.sql("""
                        select id from tender.tender where state = 'DRAFT' and drafted_at <= :forgotten
                        union all
                        select id from tender.tender where state = 'PUBLISHED' and closes_at <= :now
                        union all
                        select id from tender.tender where state = 'CLOSED' and award_by <= :now
                        limit :limit
                        """)
                .bind("forgotten", now.minus(TenderTimer.DRAFT_KEPT))
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> new TenderId(required(row, "id", UUID.class)))
                .all();
    }

    private static Mono<Tender> moved(GenericExecuteSpec statement, TenderId id) {
        return statement.bind("id", id.value()).map(TenderRows::tender).one();
    }

    private static Flux<Tender> paged(GenericExecuteSpec statement, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return statement
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(TenderRows::tender)
                .all();
    }

    /**
     * @param materials any of which has to be asked for; empty for all
     * @param area where the goods are needed; null for anywhere
     * @param demand that it began as; null for any
     * @param readers for whom the reader acts
     */
    public record TenderFilter(
            boolean openOnly,
            List<String> materials,
            @Nullable String area,
            @Nullable UUID demand,
            List<OrganisationId> readers) {
        public TenderFilter {
            materials = List.copyOf(materials);
            readers = List.copyOf(readers);
        }
    }
}
