package io.xunshi.platform.invoicing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.invoicing.InvoiceKind;
import io.xunshi.platform.invoicing.InvoiceState;
import io.xunshi.platform.invoicing.domain.Invoice;
import io.xunshi.platform.invoicing.domain.InvoiceLine;
import io.xunshi.platform.invoicing.domain.InvoiceNumber;
import io.xunshi.platform.invoicing.domain.IssuedInvoice;
import io.xunshi.platform.invoicing.domain.Reversal;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Invoices of deals. What moves one moves it from the state that it says. */
@Repository
public class InvoiceRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final TypeReference<List<InvoiceLine>> LINES = new TypeReference<>() {};
    private static final String SELECT = """
            select id, deal, deal_code, statement, seller, buyer, kind, code, number, issued_on, seller_tax_number,
                   buyer_tax_number, rate_bp, lines, state, objection, red_code, red_number, red_issued_on, red_reason,
                   entered_at
            from invoicing.invoice
            """;

    private final DatabaseClient database;

    InvoiceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whether the deal had none that holds. */
    public Mono<Boolean> add(Invoice invoice, AccountId by) {
        var issued = invoice.issued();
        return database.sql("""
                        insert into invoicing.invoice
                            (id, deal, deal_code, statement, seller, buyer, kind, code, number, issued_on,
                             seller_tax_number, buyer_tax_number, rate_bp, lines, state, entered_by, entered_at)
                        values (:id, :deal, :dealCode, :statement, :seller, :buyer, :kind, :code, :number, :issuedOn,
                                :sellerTax, :buyerTax, :rate, :lines::jsonb, :state, :by, :at)
                        on conflict do nothing
                        """)
                .bind("id", invoice.id())
                .bind("deal", invoice.deal().value())
                .bind("dealCode", invoice.dealCode())
                .bind("statement", invoice.statement())
                .bind("seller", invoice.seller().value())
                .bind("buyer", invoice.buyer().value())
                .bind("kind", issued.kind().name())
                .bind("code", issued.number().code())
                .bind("number", issued.number().number())
                .bind("issuedOn", issued.issuedOn())
                .bind("sellerTax", issued.sellerTaxNumber())
                .bind("buyerTax", issued.buyerTaxNumber())
                .bind("rate", issued.rateBasisPoints())
                .bind("lines", JsonMapper.shared().writeValueAsString(issued.lines()))
                .bind("state", invoice.state().name())
                .bind("by", by.value())
                .bind("at", invoice.enteredAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Invoice> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(InvoiceRepository::invoice)
                .one();
    }

    /** The oldest first, reversed ones too. */
    public Flux<Invoice> findOf(DealId deal) {
        return database.sql(SELECT + "where deal = :deal order by entered_at, id")
                .bind("deal", deal.value())
                .map(InvoiceRepository::invoice)
                .all();
    }

    /** What an organisation issued or got, newest first. */
    public Flux<Invoice> findOf(OrganisationId organisation, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql("""
                        (%1$s where seller = :organisation and (entered_at, id) < (:at, :id)
                         order by entered_at desc, id desc limit :limit)
                        union all
                        (%1$s where buyer = :organisation and (entered_at, id) < (:at, :id)
                         order by entered_at desc, id desc limit :limit)
                        order by entered_at desc, id desc
                        limit :limit
                        """.formatted(SELECT))
                .bind("organisation", organisation.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(InvoiceRepository::invoice)
                .all();
    }

    /** Of the deals, those with an invoice that holds. */
    public Flux<DealId> invoicedOf(Collection<DealId> deals) {
        return database.sql("select deal from invoicing.invoice where deal = any(:deals) and state <> 'REVERSED'")
                .bind("deals", deals.stream().map(DealId::value).toArray(UUID[]::new))
                .map(row -> new DealId(required(row, "deal", UUID.class)))
                .all();
    }

    /** What a seller issued in some days and holds, by day. */
    public Flux<Invoice> issuedIn(OrganisationId seller, LocalDate first, LocalDate last, int limit) {
        return database.sql(SELECT + """
                        where seller = :seller and issued_on between :first and :last and state <> 'REVERSED'
                        order by issued_on, number
                        limit :limit
                        """)
                .bind("seller", seller.value())
                .bind("first", first)
                .bind("last", last)
                .bind("limit", limit)
                .map(InvoiceRepository::invoice)
                .all();
    }

    /** What a seller reversed in some days after it had been exported, by day: other books have to take it back. */
    public Flux<Invoice> reversedIn(OrganisationId seller, LocalDate first, LocalDate last, int limit) {
        return database.sql(SELECT + """
                        where seller = :seller and red_issued_on between :first and :last and state = 'REVERSED'
                          and exists (select from invoicing.batch_row
                                      where subject = invoice.id and is_exported and subject_kind = 'DEAL')
                        order by red_issued_on, red_number
                        limit :limit
                        """)
                .bind("seller", seller.value())
                .bind("first", first)
                .bind("last", last)
                .bind("limit", limit)
                .map(InvoiceRepository::invoice)
                .all();
    }

    /**
     * What its buyer says; empty where somebody was faster.
     *
     * @param objection null where they find it right
     */
    public Mono<Invoice> answer(
            Invoice invoice, InvoiceState to, @Nullable String objection, AccountId by, Instant now) {
        return database.sql("""
                        update invoicing.invoice
                        set state = :to, objection = :objection, answered_by = :by, answered_at = :now
                        where id = :id and state = :from
                        """)
                .bind("to", to.name())
                .bind("objection", Parameters.in(R2dbcType.VARCHAR, objection))
                .bind("by", by.value())
                .bind("now", now)
                .bind("id", invoice.id())
                .bind("from", invoice.state().name())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(rows -> find(invoice.id()));
    }

    /** Empty where somebody was faster. */
    public Mono<Invoice> reverse(Invoice invoice, Reversal reversal, AccountId by, Instant now) {
        return database.sql("""
                        update invoicing.invoice
                        set state = 'REVERSED', red_code = :code, red_number = :number, red_issued_on = :issuedOn,
                            red_reason = :reason, reversed_by = :by, reversed_at = :now
                        where id = :id and state <> 'REVERSED'
                        """)
                .bind("code", reversal.number().code())
                .bind("number", reversal.number().number())
                .bind("issuedOn", reversal.issuedOn())
                .bind("reason", reversal.reason())
                .bind("by", by.value())
                .bind("now", now)
                .bind("id", invoice.id())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(rows -> find(invoice.id()));
    }

    private static Invoice invoice(Readable row) {
        return new Invoice(
                required(row, "id", UUID.class),
                new DealId(required(row, "deal", UUID.class)),
                required(row, "deal_code", String.class),
                required(row, "statement", UUID.class),
                new OrganisationId(required(row, "seller", UUID.class)),
                new OrganisationId(required(row, "buyer", UUID.class)),
                new IssuedInvoice(
                        InvoiceKind.valueOf(required(row, "kind", String.class)),
                        new InvoiceNumber(required(row, "code", String.class), required(row, "number", String.class)),
                        required(row, "issued_on", LocalDate.class),
                        required(row, "seller_tax_number", String.class),
                        required(row, "buyer_tax_number", String.class),
                        required(row, "rate_bp", Integer.class),
                        JsonMapper.shared().readValue(required(row, "lines", String.class), LINES)),
                InvoiceState.valueOf(required(row, "state", String.class)),
                row.get("objection", String.class),
                reversal(row),
                required(row, "entered_at", Instant.class));
    }

    /** Null where it was not reversed. */
    static @Nullable Reversal reversal(Readable row) {
        var number = row.get("red_number", String.class);
        return number == null
                ? null
                : new Reversal(
                        new InvoiceNumber(required(row, "red_code", String.class), number),
                        required(row, "red_issued_on", LocalDate.class),
                        required(row, "red_reason", String.class));
    }
}
