package io.xunshi.platform.tender.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.domain.Quote;
import io.xunshi.platform.tender.domain.Quote.Award;
import io.xunshi.platform.tender.domain.Quote.Result;
import io.xunshi.platform.tender.domain.QuoteSheet;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Quotes. What they say is encrypted: who reads the database finds who quoted for which line and when, and neither lot
 * nor quantity nor price. What was withdrawn is never read again.
 */
@Repository
public class QuoteRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String COLUMNS = """
            id, tender, line, supplier, sheet_cipher, revision, quoted_at, rank, ranked_of, awarded_quantity, deal, reason""";

    private final DatabaseClient database;
    private final PersonalText texts;

    QuoteRepository(DatabaseClient database, PersonalText texts) {
        this.database = database;
        this.texts = texts;
    }

    /**
     * What a supplier says of a line, in the place of what they said before. The caller has locked the tender.
     *
     * @param quote its revision is counted here
     */
    public Mono<Quote> say(Quote quote, AccountId person) {
        return database.sql("""
                        insert into tender.quote
                            (id, tender, line, supplier, quoted_by, sheet_cipher, revision, withdrawn, quoted_at)
                        values (:id, :tender, :line, :supplier, :person, :sheet, 1, false, :at)
                        on conflict (tender, line, supplier) do update
                        set quoted_by = excluded.quoted_by, sheet_cipher = excluded.sheet_cipher,
                            revision = quote.revision + 1, withdrawn = false, quoted_at = excluded.quoted_at
                        returning\s""" + COLUMNS)
                .bind("id", quote.id())
                .bind("tender", quote.tender().value())
                .bind("line", quote.line())
                .bind("supplier", quote.supplier().value())
                .bind("person", person.value())
                .bind("sheet", texts.encrypt(JsonMapper.shared().writeValueAsString(quote.sheet())))
                .bind("at", quote.at())
                .map(this::quote)
                .one();
    }

    /** The caller has locked the tender. Empty where there is no such quote. */
    public Mono<UUID> withdraw(TenderId tender, int line, OrganisationId supplier, Instant now) {
        return database.sql("""
                        update tender.quote set withdrawn = true, quoted_at = :now
                        where tender = :tender and line = :line and supplier = :supplier and not withdrawn
                        returning id
                        """)
                .bind("now", now)
                .bind("tender", tender.value())
                .bind("line", line)
                .bind("supplier", supplier.value())
                .map(row -> required(row, "id", UUID.class))
                .one();
    }

    /** All that stand, by line and id. */
    public Flux<Quote> findOf(TenderId tender) {
        return database.sql("select " + COLUMNS + """
                         from tender.quote where tender = :tender and not withdrawn order by line, id
                        """)
                .bind("tender", tender.value())
                .map(this::quote)
                .all();
    }

    /** A supplier's for one tender, by line. */
    public Flux<Quote> findOf(TenderId tender, OrganisationId supplier) {
        return database.sql("select " + COLUMNS + """
                         from tender.quote
                        where tender = :tender and supplier = :supplier and not withdrawn
                        order by line
                        """)
                .bind("tender", tender.value())
                .bind("supplier", supplier.value())
                .map(this::quote)
                .all();
    }

    /** A supplier's, those that were said last first. */
    public Flux<Quote> findOf(OrganisationId supplier, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql("select " + COLUMNS + """
                         from tender.quote
                        where supplier = :supplier and not withdrawn and (quoted_at, id) < (:at, :id)
                        order by quoted_at desc, id desc
                        limit :limit
                        """)
                .bind("supplier", supplier.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(this::quote)
                .all();
    }

    /** How a quote came out. The caller has locked the tender. */
    public Mono<Void> settle(UUID quote, Result result) {
        var award = result.award();
        return database.sql("""
                        update tender.quote
                        set rank = :rank, ranked_of = :of, awarded_quantity = :quantity, deal = :deal, reason = :reason
                        where id = :id
                        """)
                .bind("rank", result.rank())
                .bind("of", result.of())
                .bind("quantity", Parameters.in(R2dbcType.BIGINT, award == null ? null : award.quantity()))
                .bind(
                        "deal",
                        TenderRows.nullable(award == null ? null : award.deal().value()))
                .bind("reason", Parameters.in(R2dbcType.VARCHAR, award == null ? null : award.reason()))
                .bind("id", quote)
                .then();
    }

    private Quote quote(Readable row) {
        return new Quote(
                required(row, "id", UUID.class),
                new TenderId(required(row, "tender", UUID.class)),
                required(row, "line", Integer.class),
                new OrganisationId(required(row, "supplier", UUID.class)),
                JsonMapper.shared()
                        .readValue(texts.decrypt(required(row, "sheet_cipher", byte[].class)), QuoteSheet.class),
                required(row, "revision", Integer.class),
                required(row, "quoted_at", Instant.class),
                result(row, row.get("rank", Integer.class), row.get("ranked_of", Integer.class)));
    }

    private static @Nullable Result result(Readable row, @Nullable Integer rank, @Nullable Integer of) {
        return rank == null || of == null ? null : new Result(rank, of, award(row));
    }

    private static @Nullable Award award(Readable row) {
        var quantity = row.get("awarded_quantity", Long.class);
        var deal = row.get("deal", UUID.class);
        return quantity == null || deal == null
                ? null
                : new Award(quantity, new DealId(deal), row.get("reason", String.class));
    }
}
