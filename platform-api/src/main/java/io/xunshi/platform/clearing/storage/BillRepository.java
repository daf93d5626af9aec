package io.xunshi.platform.clearing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.clearing.BillKind;
import io.xunshi.platform.clearing.BillState;
import io.xunshi.platform.clearing.DealPayments.PaidDeal;
import io.xunshi.platform.clearing.DealPayments.Promptness;
import io.xunshi.platform.clearing.domain.Bill;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bills. What moves one has locked those of its deal, or moves it from the state that it says. */
@Repository
public class BillRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String COLUMNS = """
            id, deal, deal_code, seller, buyer, kind, statement, is_final, amount_fen, refunded_fen, state, due_by, made_at
            """;

    private final DatabaseClient database;

    BillRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whether there was none yet for the deal's advance, or for the statement. */
    public Mono<Boolean> add(Bill bill, Instant now) {
        return database.sql("""
                        insert into clearing.bill
                            (id, deal, deal_code, seller, buyer, kind, statement, is_final, amount_fen, state, due_by, made_at,
                             moved_at)
                        values (:id, :deal, :code, :seller, :buyer, :kind, :statement, :final, :amount, :state, :dueBy, :now,
                                :now)
                        on conflict do nothing
                        """)
                .bind("id", bill.id())
                .bind("deal", bill.deal().value())
                .bind("code", bill.dealCode())
                .bind("seller", bill.seller().value())
                .bind("buyer", bill.buyer().value())
                .bind("kind", bill.kind().name())
                .bind("statement", Parameters.in(PostgresqlObjectId.UUID, bill.statement()))
                .bind("final", bill.isFinal())
                .bind("amount", bill.amount().amount())
                .bind("state", bill.state().name())
                .bind("dueBy", bill.dueBy())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Bill> find(UUID id) {
        return database.sql("select " + COLUMNS + "from clearing.bill where id = :id")
                .bind("id", id)
                .map(BillRepository::bill)
                .one();
    }

    /** With its row locked until the end of the caller's transaction. */
    public Mono<Bill> lock(UUID id) {
        return database.sql("select " + COLUMNS + "from clearing.bill where id = :id for update")
                .bind("id", id)
                .map(BillRepository::bill)
                .one();
    }

    /** The oldest first. */
    public Flux<Bill> findOf(DealId deal) {
        return database.sql("select " + COLUMNS + "from clearing.bill where deal = :deal order by made_at, id")
                .bind("deal", deal.value())
                .map(BillRepository::bill)
                .all();
    }

    /** The same with their rows locked until the end of the caller's transaction. */
    public Flux<Bill> lockOf(DealId deal) {
        return database.sql(
                        "select " + COLUMNS + "from clearing.bill where deal = :deal order by made_at, id for update")
                .bind("deal", deal.value())
                .map(BillRepository::bill)
                .all();
    }

    /** What an organisation owes or is owed, newest first. */
    public Flux<Made> findOf(OrganisationId organisation, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql("select " + COLUMNS + """
                        from clearing.bill
                        where (seller = :organisation or buyer = :organisation) and (made_at, id) < (:at, :id)
                        order by made_at desc, id desc
                        limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(row -> new Made(bill(row), required(row, "made_at", Instant.class)))
                .all();
    }

    /** The deals of a seller that are paid, the last one first. */
    public Flux<PaidDeal> findPaidOf(OrganisationId seller, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql("""
                        select deal, max(moved_at) as paid_at
                        from clearing.bill where seller = :seller and state = 'RELEASED'
                        group by deal
                        having (max(moved_at), deal) < (:at, :id)
                        order by paid_at desc, deal desc
                        limit :limit
                        """)
                .bind("seller", seller.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(row -> new PaidDeal(
                        new DealId(required(row, "deal", UUID.class)), required(row, "paid_at", Instant.class)))
                .all();
    }

    /** Bills of a buyer that were paid, or are late; what a newer statement replaced says nothing of anybody. */
    public Flux<Promptness> findPromptness(OrganisationId buyer, Instant since, Instant now) {
        return database.sql("""
                        select deal, seller, not late_told and state <> 'DUE' as on_time from clearing.bill
                        where buyer = :buyer and made_at >= :since and state <> 'SUPERSEDED'
                          and (state <> 'DUE' or due_by < :now)
                        """)
                .bind("buyer", buyer.value())
                .bind("since", since)
                .bind("now", now)
                .map(row -> new Promptness(
                        new DealId(required(row, "deal", UUID.class)),
                        new OrganisationId(required(row, "seller", UUID.class)),
                        required(row, "on_time", Boolean.class)))
                .all();
    }

    /** Whether it was in the state that this one says; whoever comes second moves nothing. */
    public Mono<Boolean> move(Bill bill, BillState to, Money refunded, Instant now) {
        return database.sql("""
                        update clearing.bill
                        set state = :to, refunded_fen = :refunded, moved_at = :now,
                            held_at = case when :to = 'HELD' then :now else held_at end
                        where id = :id and state = :from
                        """)
                .bind("to", to.name())
                .bind("refunded", refunded.amount())
                .bind("now", now)
                .bind("id", bill.id())
                .bind("from", bill.state().name())
                .fetch()
                .rowsUpdated()
                .map(moved -> moved == 1);
    }

    /** Those that should have been paid by now and of which nobody was told; once each. */
    public Flux<Bill> takeLate(Instant now, int limit) {
        return database.sql("""
                        update clearing.bill set late_told = true
                        where id in (
                            select id from clearing.bill
                            where state = 'DUE' and not late_told and due_by <= :now
                            order by due_by
                            limit :limit
                            for update skip locked)
                        returning\s""" + COLUMNS)
                .bind("now", now)
                .bind("limit", limit)
                .map(BillRepository::bill)
                .all();
    }

    private static Bill bill(Readable row) {
        return new Bill(
                required(row, "id", UUID.class),
                new DealId(required(row, "deal", UUID.class)),
                required(row, "deal_code", String.class),
                new OrganisationId(required(row, "seller", UUID.class)),
                new OrganisationId(required(row, "buyer", UUID.class)),
                BillKind.valueOf(required(row, "kind", String.class)),
                row.get("statement", UUID.class),
                required(row, "is_final", Boolean.class),
                Money.fen(required(row, "amount_fen", Long.class)),
                Money.fen(required(row, "refunded_fen", Long.class)),
                BillState.valueOf(required(row, "state", String.class)),
                required(row, "due_by", Instant.class));
    }

    public record Made(Bill bill, Instant at) {}
}
