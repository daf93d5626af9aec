package io.xunshi.platform.invoicing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.invoicing.InvoiceKind;
import io.xunshi.platform.invoicing.PurchaseState;
import io.xunshi.platform.invoicing.domain.InvoiceNumber;
import io.xunshi.platform.invoicing.domain.NaturalPerson;
import io.xunshi.platform.invoicing.domain.Purchase;
import io.xunshi.platform.invoicing.domain.Purchase.Bought;
import io.xunshi.platform.invoicing.domain.Purchase.Invoiced;
import io.xunshi.platform.invoicing.domain.Reversal;
import io.xunshi.platform.invoicing.domain.SalesLimit;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Purchases from natural persons. Names and identity numbers are encrypted; a person is known again by the keyed hash
 * of the number, and by the id that it stands for, which never leaves this module.
 */
@Repository
public class PurchaseRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String COLUMNS = """
            id, organisation, person, name_cipher, id_number_cipher, agreement, bought_on, material, material_name, measure,
            quantity, receipt, gross_fen, rate_bp, withheld_fen, paid_fen, payment_reference, paid_on, state, invoice_kind,
            code, number, issued_on, red_code, red_number, red_issued_on, red_reason, entered_at
            """;
    private static final String SELECT = "select " + COLUMNS + "from invoicing.purchase ";

    private final DatabaseClient database;
    private final PersonalText texts;

    PurchaseRepository(DatabaseClient database, PersonalText texts) {
        this.database = database;
        this.texts = texts;
    }

    /**
     * The person of an identity number, with their row locked until the end of the caller's transaction: whoever counts
     * for the same person waits here.
     *
     * @param proposed their id where nobody has bought of them before
     */
    public Mono<UUID> lockPerson(String idNumber, UUID proposed) {
        var index = texts.blindIndex(idNumber);
        return database.sql("""
                        insert into invoicing.person (id, id_index) values (:id, :index) on conflict do nothing
                        """)
                .bind("id", proposed)
                .bind("index", index)
                .then()
                .then(database.sql("select id from invoicing.person where id_index = :index for update")
                        .bind("index", index)
                        .map(row -> required(row, "id", UUID.class))
                        .one());
    }

    /** The same for the person of a purchase. */
    public Mono<UUID> lockPersonOf(UUID purchase) {
        return database.sql("""
                        select id from invoicing.person
                        where id = (select person from invoicing.purchase where id = :purchase) for update
                        """)
                .bind("purchase", purchase)
                .map(row -> required(row, "id", UUID.class))
                .one();
    }

    /**
     * What counts for a person in the months that share twelve with this one, whoever bought, in fen without tax.
     *
     * @param except a purchase that is left out
     */
    public Mono<Map<YearMonth, Long>> soldAround(UUID person, YearMonth month, UUID except) {
        return database.sql("""
                        select date_trunc('month', counted_on)::date as month, sum(net_fen)::bigint as sold
                        from invoicing.purchase
                        where person = :person and state in ('ENTERED', 'INVOICED') and id <> :except
                          and counted_on between :first and :last
                        group by 1
                        """)
                .bind("person", person)
                .bind("except", except)
                .bind("first", month.minusMonths(SalesLimit.MONTHS - 1).atDay(1))
                .bind("last", month.plusMonths(SalesLimit.MONTHS - 1).atEndOfMonth())
                .map(row -> new Sold(
                        YearMonth.from(required(row, "month", LocalDate.class)), required(row, "sold", Long.class)))
                .all()
                .collectMap(Sold::month, Sold::fen);
    }

    /** Whether the receipt belongs to no other purchase that counts. The caller has locked the person. */
    public Mono<Boolean> add(Purchase purchase, UUID person, AccountId by) {
        var bought = purchase.bought();
        return database.sql("""
                        insert into invoicing.purchase
                            (id, organisation, person, name_cipher, id_number_cipher, agreement, bought_on, material,
                             material_name, measure, quantity, receipt, gross_fen, net_fen, rate_bp, withheld_fen, paid_fen,
                             payment_reference, paid_on, counted_on, state, entered_by, entered_at)
                        values (:id, :organisation, :person, :name, :idNumber, :agreement, :boughtOn, :material,
                                :materialName, :measure, :quantity, :receipt, :gross, :net, :rate, :withheld, :paid, :reference,
                                :paidOn, :boughtOn, :state, :by, :at)
                        on conflict do nothing
                        """)
                .bind("id", purchase.id())
                .bind("organisation", purchase.organisation().value())
                .bind("person", person)
                .bind("name", texts.encrypt(bought.seller().name()))
                .bind("idNumber", texts.encrypt(bought.seller().idNumber()))
                .bind("agreement", bought.agreement())
                .bind("boughtOn", bought.boughtOn())
                .bind("material", bought.materialCode())
                .bind("materialName", bought.materialName())
                .bind("measure", bought.measure().name())
                .bind("quantity", bought.quantity())
                .bind("receipt", bought.receipt())
                .bind("gross", bought.grossFen())
                .bind("net", bought.vat().net())
                .bind("rate", bought.rateBasisPoints())
                .bind("withheld", bought.withheldFen())
                .bind("paid", bought.paidFen())
                .bind("reference", bought.paymentReference())
                .bind("paidOn", bought.paidOn())
                .bind("state", purchase.state().name())
                .bind("by", by.value())
                .bind("at", purchase.enteredAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Purchase> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(this::purchase)
                .one();
    }

    /** Newest first. */
    public Flux<Purchase> findOf(OrganisationId organisation, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(SELECT + """
                        where organisation = :organisation and (entered_at, id) < (:at, :id)
                        order by entered_at desc, id desc
                        limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(this::purchase)
                .all();
    }

    /** Of the receipts, those that a purchase which counts has. */
    public Flux<UUID> boughtOf(Collection<UUID> receipts) {
        return database.sql("""
                        select receipt from invoicing.purchase
                        where receipt = any(:receipts) and state in ('ENTERED', 'INVOICED')
                        """)
                .bind("receipts", receipts.toArray(UUID[]::new))
                .map(row -> required(row, "receipt", UUID.class))
                .all();
    }

    /** Of each person of whom the organisation bought, the newest purchase, and what counts of its own since a day. */
    public Flux<OwnSeller> sellersOf(OrganisationId organisation, LocalDate since, int limit) {
        return database.sql("""
                        with newest as (
                            select distinct on (person) person, name_cipher, id_number_cipher, entered_at
                            from invoicing.purchase
                            where organisation = :organisation and state <> 'WITHDRAWN'
                            order by person, entered_at desc)
                        select person, name_cipher, id_number_cipher,
                               coalesce((select sum(net_fen)::bigint from invoicing.purchase as own
                                         where own.person = newest.person and own.organisation = :organisation
                                           and own.state in ('ENTERED', 'INVOICED') and own.counted_on >= :since),
                                        0) as own_fen
                        from newest order by entered_at desc limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("since", since)
                .bind("limit", limit)
                .map(row -> new OwnSeller(
                        required(row, "person", UUID.class), seller(row), required(row, "own_fen", Long.class)))
                .all();
    }

    /** What an organisation invoiced in some days and holds, by day. */
    public Flux<Purchase> invoicedIn(OrganisationId organisation, LocalDate first, LocalDate last, int limit) {
        return database.sql(SELECT + """
                        where organisation = :organisation and issued_on between :first and :last and state = 'INVOICED'
                        order by issued_on, number
                        limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("first", first)
                .bind("last", last)
                .bind("limit", limit)
                .map(this::purchase)
                .all();
    }

    /** What an organisation reversed in some days after it had been exported, by day. */
    public Flux<Purchase> reversedIn(OrganisationId organisation, LocalDate first, LocalDate last, int limit) {
        return database.sql(SELECT + """
                        where organisation = :organisation and state = 'REVERSED'
                          and red_issued_on between :first and :last
                          and exists (select from invoicing.batch_row
                                      where subject = purchase.id and is_exported and subject_kind = 'REVERSE')
                        order by red_issued_on, red_number
                        limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("first", first)
                .bind("last", last)
                .bind("limit", limit)
                .map(this::purchase)
                .all();
    }

    /** From then on it counts in the month of the invoice; empty where somebody was faster. */
    public Mono<Purchase> invoice(UUID id, Invoiced invoiced, AccountId by, Instant now) {
        return database.sql("""
                        update invoicing.purchase
                        set state = 'INVOICED', invoice_kind = :kind, code = :code, number = :number, issued_on = :issuedOn,
                            counted_on = :issuedOn, invoiced_by = :by, invoiced_at = :now
                        where id = :id and state = 'ENTERED'
                        returning\s""" + COLUMNS)
                .bind("kind", invoiced.kind().name())
                .bind("code", invoiced.number().code())
                .bind("number", invoiced.number().number())
                .bind("issuedOn", invoiced.issuedOn())
                .bind("by", by.value())
                .bind("now", now)
                .bind("id", id)
                .map(this::purchase)
                .one();
    }

    /** Empty where somebody was faster. */
    public Mono<Purchase> reverse(UUID id, Reversal reversal, AccountId by, Instant now) {
        return database.sql("""
                        update invoicing.purchase
                        set state = 'REVERSED', red_code = :code, red_number = :number, red_issued_on = :issuedOn,
                            red_reason = :reason, ended_by = :by, ended_at = :now
                        where id = :id and state = 'INVOICED'
                        returning\s""" + COLUMNS)
                .bind("code", reversal.number().code())
                .bind("number", reversal.number().number())
                .bind("issuedOn", reversal.issuedOn())
                .bind("reason", reversal.reason())
                .bind("by", by.value())
                .bind("now", now)
                .bind("id", id)
                .map(this::purchase)
                .one();
    }

    /** Empty where there is an invoice, or somebody was faster. */
    public Mono<Purchase> withdraw(UUID id, AccountId by, Instant now) {
        return database.sql("""
                        update invoicing.purchase set state = 'WITHDRAWN', ended_by = :by, ended_at = :now
                        where id = :id and state = 'ENTERED'
                        returning\s""" + COLUMNS)
                .bind("by", by.value())
                .bind("now", now)
                .bind("id", id)
                .map(this::purchase)
                .one();
    }

    private NaturalPerson seller(Readable row) {
        return new NaturalPerson(
                texts.decrypt(required(row, "name_cipher", byte[].class)),
                texts.decrypt(required(row, "id_number_cipher", byte[].class)));
    }

    private Purchase purchase(Readable row) {
        var number = row.get("number", String.class);
        return new Purchase(
                required(row, "id", UUID.class),
                new OrganisationId(required(row, "organisation", UUID.class)),
                bought(row),
                PurchaseState.valueOf(required(row, "state", String.class)),
                number == null
                        ? null
                        : new Invoiced(
                                InvoiceKind.valueOf(required(row, "invoice_kind", String.class)),
                                new InvoiceNumber(required(row, "code", String.class), number),
                                required(row, "issued_on", LocalDate.class)),
                InvoiceRepository.reversal(row),
                required(row, "entered_at", Instant.class));
    }

    private Bought bought(Readable row) {
        return new Bought(
                seller(row),
                required(row, "agreement", String.class),
                required(row, "bought_on", LocalDate.class),
                required(row, "material", String.class),
                required(row, "material_name", String.class),
                Measure.valueOf(required(row, "measure", String.class)),
                required(row, "quantity", Long.class),
                required(row, "receipt", UUID.class),
                required(row, "gross_fen", Long.class),
                required(row, "rate_bp", Integer.class),
                required(row, "withheld_fen", Long.class),
                required(row, "paid_fen", Long.class),
                required(row, "payment_reference", String.class),
                required(row, "paid_on", LocalDate.class));
    }

    /** @param ownFen what counts of the organisation's own purchases */
    public record OwnSeller(UUID person, NaturalPerson seller, long ownFen) {}

    private record Sold(YearMonth month, long fen) {}
}
