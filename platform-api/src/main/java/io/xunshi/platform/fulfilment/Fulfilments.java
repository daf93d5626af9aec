package io.xunshi.platform.fulfilment;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.kernel.Money;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What other modules may ask and tell about the performance of deals. */
public interface Fulfilments {

    /** Empty for a deal that is not signed. */
    Mono<FulfilmentView> find(DealId id);

    /** The newest; empty where none was issued. */
    Mono<StatementView> latestStatement(DealId id);

    /** Empty where there is none. */
    Mono<StatementView> statement(UUID id);

    /**
     * The buyer has paid before the first statement; it counts as paid in all of them. Joins the caller's transaction,
     * which tells it once.
     */
    Mono<Void> recordAdvance(DealId id, Money amount);

    /**
     * What a statement asked for has moved. After the final one the deal is closed; what a provisional one asked for
     * counts as paid in those that follow. Joins the caller's transaction; may be repeated. Raises
     * {@link FulfilmentProblem#NO_SUCH_STATEMENT}, and {@link FulfilmentProblem#STATEMENT_SUPERSEDED} where a newer one
     * counts.
     */
    Mono<Void> markPaid(DealId id, UUID statement);
}
