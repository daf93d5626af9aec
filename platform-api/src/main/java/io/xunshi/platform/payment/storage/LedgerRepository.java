package io.xunshi.platform.payment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.PaymentProblem;
import io.xunshi.platform.payment.PostingView;
import io.xunshi.platform.payment.domain.JournalEntry;
import io.xunshi.platform.payment.domain.LedgerAccount;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The journal. An entry, its lines and the balances that they change are one statement. */
@Repository
public class LedgerRepository {
    private static final Set<String> HELD = Set.of(
            "ESCROW",
            "DEPOSIT",
            "REFUND_IN_TRANSIT",
            "SELLER_BALANCE",
            "PAYOUT_IN_TRANSIT",
            "PROCEEDS_IN_TRUST",
            "CONSIGNOR_PAYABLE");

    private final DatabaseClient database;

    LedgerRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Posts the entry; false where one of its key was posted before. Raises {@link PaymentProblem#INSUFFICIENT_BALANCE}
     * where an account would fall below zero.
     */
    public Mono<Boolean> post(UUID entryId, JournalEntry entry, Instant at) {
        var lines = entry.lines();
        return database.sql("""
                        with entry as (
                            insert into payment.journal_entry (entry_id, business_key, kind, order_id, at)
                            values (:entry, :key, :kind, :order, :at)
                            on conflict (business_key) do nothing
                            returning entry_id),
                        line as (
                            select * from unnest(:kinds, :owners, :amounts) with ordinality as l (kind, owner, amount, line)),
                        posted as (
                            insert into payment.posting (entry_id, line, kind, owner, amount)
                            select entry_id, line, kind, owner, amount from entry, line),
                        credited as (
                            insert into payment.held_balance (kind, owner, balance)
                            select kind, owner, amount from entry, line where kind = any(:held) and amount > 0
                            on conflict (kind, owner) do update set balance = held_balance.balance + excluded.balance),
                        debited as (
                            update payment.held_balance
                            set balance = held_balance.balance + line.amount
                            from entry, line
                            where held_balance.kind = line.kind and held_balance.owner = line.owner and line.amount < 0
                            returning held_balance.kind)
                        select (select count(*) from entry) as posted, (select count(*) from debited) as debited
                        """)
                .bind("entry", entryId)
                .bind("key", entry.key())
                .bind("kind", entry.kind().name())
                .bind("order", Parameters.in(PostgresqlObjectId.UUID, entry.orderId()))
                .bind("at", at)
                .bind("kinds", lines.stream().map(line -> line.account().kind()).toArray(String[]::new))
                .bind(
                        "owners",
                        lines.stream().map(line -> line.account().owner()).toArray(UUID[]::new))
                .bind(
                        "amounts",
                        lines.stream().map(line -> line.amount().amount()).toArray(Long[]::new))
                .bind("held", HELD.toArray(String[]::new))
                .map((row, metadata) -> isPosted(row, entry))
                .one()
                .onErrorMap(DataIntegrityViolationException.class, LedgerRepository::insufficientOrBroken);
    }

    /** The balance of an account that must not be negative; zero where it was never used. */
    public Mono<Money> heldBalance(LedgerAccount account) {
        return database.sql("select balance from payment.held_balance where kind = :kind and owner = :owner")
                .bind("kind", account.kind())
                .bind("owner", account.owner())
                .map((row, metadata) -> Money.fen(required(row, "balance", Long.class)))
                .one()
                .defaultIfEmpty(Money.fen(0));
    }

    /** The same; others who change it wait until the caller's transaction ends. */
    public Mono<Money> lockHeldBalance(LedgerAccount account) {
        return database.sql("select balance from payment.held_balance where kind = :kind and owner = :owner for update")
                .bind("kind", account.kind())
                .bind("owner", account.owner())
                .map((row, metadata) -> Money.fen(required(row, "balance", Long.class)))
                .one()
                .defaultIfEmpty(Money.fen(0));
    }

    /** The sum of an account's postings; for the platform's own accounts the only balance there is. */
    public Mono<Money> sumOf(LedgerAccount account) {
        return database.sql(
                        "select coalesce(sum(amount), 0)::bigint as sum from payment.posting where kind = :kind and owner = :owner")
                .bind("kind", account.kind())
                .bind("owner", account.owner())
                .map((row, metadata) -> Money.fen(required(row, "sum", Long.class)))
                .one();
    }

    public Flux<PostingView> postingsOfOrder(UUID orderId) {
        return database.sql("""
                        select entry.entry_id, entry.at, entry.kind as entry_kind, posting.kind, posting.owner, posting.amount
                        from payment.journal_entry entry
                        join payment.posting on posting.entry_id = entry.entry_id
                        where entry.order_id = :order
                        order by entry.at, entry.entry_id, posting.line
                        """)
                .bind("order", orderId)
                .map(LedgerRepository::posting)
                .all();
    }

    /** An account's postings, newest first. */
    public Flux<PostingView> postingsOf(LedgerAccount account, @Nullable Cursor after, int limit) {
        return database.sql("""
                        select entry.entry_id, entry.at, entry.kind as entry_kind, posting.kind, posting.owner, posting.amount
                        from payment.posting
                        join payment.journal_entry entry on entry.entry_id = posting.entry_id
                        where posting.kind = :kind and posting.owner = :owner
                          and (:at::timestamptz is null or (entry.at, entry.entry_id) < (:at, :id))
                        order by entry.at desc, entry.entry_id desc
                        limit :limit
                        """)
                .bind("kind", account.kind())
                .bind("owner", account.owner())
                .bind("at", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, after == null ? null : after.at()))
                .bind("id", Parameters.in(PostgresqlObjectId.UUID, after == null ? null : after.id()))
                .bind("limit", limit)
                .map(LedgerRepository::posting)
                .all();
    }

    /** The sum over everything ever posted; anything but zero is a broken ledger. */
    public Mono<Long> sumOfAll() {
        return database.sql("select coalesce(sum(amount), 0)::bigint as sum from payment.posting")
                .map((row, metadata) -> required(row, "sum", Long.class))
                .one();
    }

    /** A balance that was never credited has no row to be debited. */
    private static boolean isPosted(Readable row, JournalEntry entry) {
        var posted = required(row, "posted", Long.class) == 1;
        if (posted && required(row, "debited", Long.class) != debitsOf(entry)) {
            throw PaymentProblem.INSUFFICIENT_BALANCE.raise();
        }
        return posted;
    }

    private static long debitsOf(JournalEntry entry) {
        return entry.lines().stream()
                .filter(line -> line.amount().isNegative()
                        && HELD.contains(line.account().kind()))
                .count();
    }

    private static Throwable insufficientOrBroken(DataIntegrityViolationException error) {
        return String.valueOf(error.getMostSpecificCause().getMessage()).contains("held_balance_is_not_negative")
                ? PaymentProblem.INSUFFICIENT_BALANCE.raise()
                : error;
    }

    private static PostingView posting(Readable row) {
        var owner = required(row, "owner", UUID.class);
        return new PostingView(
                required(row, "entry_id", UUID.class),
                required(row, "at", Instant.class),
                required(row, "entry_kind", String.class),
                required(row, "kind", String.class),
                owner.equals(LedgerAccount.PLATFORM) ? null : owner,
                Money.fen(required(row, "amount", Long.class)));
    }
}
