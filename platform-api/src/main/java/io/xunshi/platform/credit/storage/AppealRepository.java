package io.xunshi.platform.credit.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.audit.Conduct;
import io.xunshi.platform.audit.Deed;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.credit.domain.Appeal;
import io.xunshi.platform.credit.domain.Appeal.Decision;
import io.xunshi.platform.credit.domain.Appeal.State;
import io.xunshi.platform.credit.domain.Standing;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.kernel.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Appeals; every step is one conditional statement. */
@Repository
public class AppealRepository {
    private static final Cursor OLDEST = new Cursor(Instant.EPOCH, new UUID(0, 0));
    private static final String COLUMNS = """
            id, account, deed_id, trade_id, trade_kind, trade_code, deed, rating, counterparty, done_at, standing, effect,
            words_cipher, state, officer, remark, made_at, decided_at
            """;

    private final DatabaseClient database;
    private final PersonalText texts;

    AppealRepository(DatabaseClient database, PersonalText texts) {
        this.database = database;
        this.texts = texts;
    }

    /** False where the deed was appealed before. */
    public Mono<Boolean> add(Appeal appeal) {
        var conduct = appeal.conduct();
        return database.sql("""
                        insert into credit.appeal
                            (id, account, deed_id, trade_id, trade_kind, trade_code, deed, rating, counterparty, done_at, standing,
                             effect, words_cipher, state, made_at)
                        values (:id, :account, :deedId, :trade, :kind, :code, :deed, :rating, :counterparty, :doneAt, :standing,
                                :effect, :words, 'OPEN', :madeAt)
                        on conflict (account, deed_id) do nothing
                        """)
                .bind("id", appeal.id())
                .bind("account", appeal.account().value())
                .bind("deedId", appeal.deedId())
                .bind("trade", conduct.trade())
                .bind("kind", conduct.kind().name())
                .bind("code", conduct.code())
                .bind("deed", conduct.deed().name())
                .bind("rating", Parameters.in(R2dbcType.INTEGER, conduct.rating()))
                .bind("counterparty", conduct.counterparty().value())
                .bind("doneAt", conduct.at())
                .bind("standing", appeal.standing().name())
                .bind("effect", appeal.effect())
                .bind("words", texts.encrypt(appeal.words()))
                .bind("madeAt", appeal.madeAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Until the end of the caller's transaction: one person's appeals wait for each other, and are counted right. */
    public Mono<Void> lock(AccountId account) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('credit.appeals ' || :account::text, 0))")
                .bind("account", account.value())
                .then();
    }

    public Mono<Long> countOpen(AccountId account) {
        return database.sql("select count(*) as appeals from credit.appeal where account = :account and state = 'OPEN'")
                .bind("account", account.value())
                .map(row -> required(row, "appeals", Long.class))
                .one();
    }

    public Flux<Appeal> findOf(AccountId account) {
        return database.sql("select " + COLUMNS + " from credit.appeal where account = :account")
                .bind("account", account.value())
                .map(this::appeal)
                .all();
    }

    public Mono<Appeal> find(UUID id) {
        return database.sql("select " + COLUMNS + " from credit.appeal where id = :id")
                .bind("id", id)
                .map(this::appeal)
                .one();
    }

    /** The longest waiting first, without the officer's own. */
    public Flux<Appeal> findOpenFor(AccountId officer, @Nullable Cursor after, int limit) {
        var from = after == null ? OLDEST : after;
        return database.sql("select " + COLUMNS + """
                         from credit.appeal
                        where state = 'OPEN' and account <> :officer and (made_at, id) > (:at, :id)
                        order by made_at, id
                        limit :limit
                        """)
                .bind("officer", officer.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(this::appeal)
                .all();
    }

    /** Empty where it is decided already, or the officer's own. */
    public Mono<Appeal> decide(UUID id, Decision decision) {
        return database.sql("""
                        update credit.appeal
                        set state = :state, officer = :officer, remark = :remark, decided_at = :at
                        where id = :id and state = 'OPEN' and account <> :officer
                        returning\s""" + COLUMNS)
                .bind("id", id)
                .bind("state", (decision.isGranted() ? State.GRANTED : State.REFUSED).name())
                .bind("officer", decision.officer().value())
                .bind("remark", decision.remark())
                .bind("at", decision.at())
                .map(this::appeal)
                .one();
    }

    private Appeal appeal(Readable row) {
        return new Appeal(
                required(row, "id", UUID.class),
                new AccountId(required(row, "account", UUID.class)),
                required(row, "deed_id", UUID.class),
                conduct(row),
                Standing.valueOf(required(row, "standing", String.class)),
                required(row, "effect", Integer.class),
                texts.decrypt(required(row, "words_cipher", byte[].class)),
                required(row, "made_at", Instant.class),
                decision(row));
    }

    private static Conduct conduct(Readable row) {
        return new Conduct(
                required(row, "trade_id", UUID.class),
                TradeKind.valueOf(required(row, "trade_kind", String.class)),
                required(row, "trade_code", String.class),
                Deed.valueOf(required(row, "deed", String.class)),
                new AccountId(required(row, "counterparty", UUID.class)),
                row.get("rating", Integer.class),
                required(row, "done_at", Instant.class));
    }

    private static @Nullable Decision decision(Readable row) {
        var officer = row.get("officer", UUID.class);
        if (officer == null) {
            return null;
        }
        return new Decision(
                new AccountId(officer),
                State.valueOf(required(row, "state", String.class)) == State.GRANTED,
                required(row, "remark", String.class),
                required(row, "decided_at", Instant.class));
    }
}
