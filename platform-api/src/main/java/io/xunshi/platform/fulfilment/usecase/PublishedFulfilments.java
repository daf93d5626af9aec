package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.FulfilmentView;
import io.xunshi.platform.fulfilment.Fulfilments;
import io.xunshi.platform.fulfilment.StatementView;
import io.xunshi.platform.fulfilment.domain.Fulfilment;
import io.xunshi.platform.fulfilment.domain.Statement;
import io.xunshi.platform.fulfilment.storage.DealStatementRepository;
import io.xunshi.platform.fulfilment.storage.FulfilmentRepository;
import io.xunshi.platform.kernel.Money;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** How deals are performed, for other modules. */
@Component
class PublishedFulfilments implements Fulfilments {
    private final FulfilmentRepository fulfilments;
    private final DealStatementRepository statements;
    private final ReadPerformance readPerformance;
    private final MoveFulfilment moveFulfilment;
    private final Clock clock;

    PublishedFulfilments(
            FulfilmentRepository fulfilments,
            DealStatementRepository statements,
            ReadPerformance readPerformance,
            MoveFulfilment moveFulfilment,
            Clock clock) {
        this.fulfilments = fulfilments;
        this.statements = statements;
        this.readPerformance = readPerformance;
        this.moveFulfilment = moveFulfilment;
        this.clock = clock;
    }

    @Override
    public Mono<FulfilmentView> find(DealId id) {
        return fulfilments.find(id).map(PublishedFulfilments::view);
    }

    @Override
    public Mono<StatementView> latestStatement(DealId id) {
        return statements.findOf(id).map(Statement::view).takeLast(1).next();
    }

    @Override
    public Mono<StatementView> statement(UUID id) {
        return statements.find(id).map(Statement::view);
    }

    @Override
    @Transactional
    public Mono<Void> recordAdvance(DealId id, Money amount) {
        return fulfilments
                .lock(id)
                .switchIfEmpty(Mono.error(FulfilmentProblem.NOT_FOUND::raise))
                .flatMap(head -> fulfilments.save(head.paidInAdvance(amount.amount())))
                .then();
    }

    @Override
    @Transactional
    public Mono<Void> markPaid(DealId id, UUID statement) {
        return readPerformance
                .lock(id)
                .switchIfEmpty(Mono.error(FulfilmentProblem.NOT_FOUND::raise))
                .flatMap(performed -> paid(performed, statement));
    }

    private Mono<Void> paid(Performed performed, UUID id) {
        var all = performed.performance().statements();
        var found = all.stream()
                .filter(statement -> statement.view().id().equals(id))
                .findFirst()
                .orElseThrow(FulfilmentProblem.NO_SUCH_STATEMENT::raise);
        if (found.paidAt() != null) {
            return Mono.empty();
        }
        if (found.view().number() != all.size()) {
            return Mono.error(FulfilmentProblem.STATEMENT_SUPERSEDED.raise());
        }
        return statements
                .markPaid(id, clock.instant())
                .then(
                        performed.state() == FulfilmentState.SETTLED
                                ? moveFulfilment
                                        .move(performed, FulfilmentState.CLOSED, FulfilmentCause.PAID)
                                        .then()
                                : Mono.empty());
    }

    private static FulfilmentView view(Fulfilment head) {
        return new FulfilmentView(
                head.deal(), head.seller(), head.buyer(), head.state(), head.since(), head.deadline());
    }
}
