package io.xunshi.platform.fulfilment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.StatementView;
import io.xunshi.platform.fulfilment.domain.Statement;
import io.xunshi.platform.fulfilment.domain.StatementBody;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Settlement statements, which never change. */
@Repository
public class DealStatementRepository {
    private static final String SELECT = """
            select id, deal, number, provisional, weight, payable, price_fen, total_fen, tax_fen, payable_fen, paid_fen,
                   due_fen, refund_fen, text, hash, issued_at, paid_at
            from fulfilment.statement
            """;

    private final DatabaseClient database;

    DealStatementRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Statement statement) {
        var view = statement.view();
        return database.sql("""
                        insert into fulfilment.statement
                            (id, deal, number, provisional, weight, payable, price_fen, total_fen, tax_fen, payable_fen,
                             paid_fen, due_fen, refund_fen, text, hash, issued_at)
                        values (:id, :deal, :number, :provisional, :weight, :payable, :price, :total, :tax, :payableFen,
                                :paid, :due, :refund, :text, :hash, :at)
                        """)
                .bind("id", view.id())
                .bind("deal", view.dealId().value())
                .bind("number", view.number())
                .bind("provisional", view.isProvisional())
                .bind("weight", view.weight())
                .bind("payable", view.payableWeight())
                .bind("price", view.price())
                .bind("total", view.totalFen())
                .bind("tax", view.taxFen())
                .bind("payableFen", view.payableFen())
                .bind("paid", view.paidFen())
                .bind("due", view.dueFen())
                .bind("refund", view.refundFen())
                .bind("text", statement.text())
                .bind("hash", view.hash())
                .bind("at", view.issuedAt())
                .then();
    }

    public Mono<Void> markPaid(UUID id, Instant now) {
        return database.sql("update fulfilment.statement set paid_at = :now where id = :id and paid_at is null")
                .bind("now", now)
                .bind("id", id)
                .then();
    }

    /** Empty where there is none. */
    public Mono<Statement> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(DealStatementRepository::statement)
                .one();
    }

    /** Oldest first. */
    public Flux<Statement> findOf(DealId deal) {
        return database.sql(SELECT + "where deal = :deal order by number")
                .bind("deal", deal.value())
                .map(DealStatementRepository::statement)
                .all();
    }

    /** An organisation's final ones since then, on either side, oldest first; the newest where there are more. */
    public Flux<StatementView> findFinalOf(OrganisationId organisation, Instant since, int limit) {
        return database.sql("""
                        select id, deal, number, provisional, weight, payable, price_fen, total_fen, tax_fen, payable_fen,
                               paid_fen, due_fen, refund_fen, hash, issued_at
                        from fulfilment.statement
                        where not provisional and issued_at >= :since
                          and deal in (select deal from fulfilment.fulfilment where seller = :organisation
                                       union all
                                       select deal from fulfilment.fulfilment where buyer = :organisation)
                        order by issued_at desc
                        limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("since", since)
                .bind("limit", limit)
                .map(DealStatementRepository::view)
                .all()
                .collectList()
                .flatMapIterable(List::reversed);
    }

    private static Statement statement(Readable row) {
        var text = required(row, "text", String.class);
        return new Statement(
                view(row),
                JsonMapper.shared().readValue(text, StatementBody.class),
                text,
                row.get("paid_at", Instant.class));
    }

    private static StatementView view(Readable row) {
        return new StatementView(
                required(row, "id", UUID.class),
                new DealId(required(row, "deal", UUID.class)),
                required(row, "number", Integer.class),
                required(row, "provisional", Boolean.class),
                required(row, "weight", Long.class),
                required(row, "payable", Long.class),
                required(row, "price_fen", Long.class),
                required(row, "total_fen", Long.class),
                required(row, "tax_fen", Long.class),
                required(row, "payable_fen", Long.class),
                required(row, "paid_fen", Long.class),
                required(row, "due_fen", Long.class),
                required(row, "refund_fen", Long.class),
                required(row, "hash", String.class),
                required(row, "issued_at", Instant.class));
    }
}
