package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.fulfilment.FulfilmentEvents.StatementIssued;
import io.xunshi.platform.fulfilment.StatementView;
import io.xunshi.platform.fulfilment.domain.Statement;
import io.xunshi.platform.fulfilment.domain.StatementBody;
import io.xunshi.platform.fulfilment.storage.DealStatementRepository;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.pricing.PriceFacts;
import io.xunshi.platform.pricing.ReferencePrices;
import io.xunshi.platform.pricing.Settlement;
import io.xunshi.platform.pricing.Settlement.Reckoned;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reckons what a delivery comes to, and issues statements of it. Joins the caller's transaction. */
@Component
class IssueStatement {
    private final DealStatementRepository statements;
    private final ReferencePrices prices;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    IssueStatement(
            DealStatementRepository statements,
            ReferencePrices prices,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.statements = statements;
        this.prices = prices;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** What it comes to with what is known today; keeps nothing. */
    Mono<Settlement> reckon(Performed performed) {
        var today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
        return prices.known(performed.deal().settlement().formula(), today)
                .map(known -> new PriceFacts(known, performed.performance().pricingCalls(), today))
                .map(performed.reckoning()::settlement);
    }

    /** Empty where there are no figures yet, or the same as in the statement before. */
    Mono<Statement> issue(Performed performed) {
        return reckon(performed)
                .ofType(Reckoned.class)
                .filter(reckoned -> isNew(performed, reckoned))
                .map(reckoned -> statement(performed, reckoned))
                .delayUntil(statements::add)
                .delayUntil(statement -> events.publish(issued(performed, statement.view())));
    }

    private static boolean isNew(Performed performed, Reckoned reckoned) {
        var all = performed.performance().statements();
        if (all.isEmpty()) {
            return true;
        }
        var last = all.getLast().view();
        return reckoned.isFinal()
                ? last.isProvisional()
                : last.totalFen() != reckoned.money().total() || last.weight() != reckoned.weight();
    }

    private Statement statement(Performed performed, Reckoned reckoned) {
        var number = performed.performance().statements().size() + 1;
        var body = StatementBody.of(performed.deal().code(), number, reckoned);
        var text = JsonMapper.shared().writeValueAsString(body);
        return new Statement(view(ids.next(), performed, body, Sha256.of(text)), body, text, null);
    }

    private StatementView view(UUID id, Performed performed, StatementBody body, String hash) {
        var money = body.money();
        return new StatementView(
                id,
                performed.deal().id(),
                body.number(),
                body.provisional(),
                body.weight(),
                body.payableWeight(),
                body.price(),
                money.total(),
                money.tax(),
                money.payable(),
                money.paid(),
                money.due(),
                money.refund(),
                hash,
                clock.instant());
    }

    private StatementIssued issued(Performed performed, StatementView view) {
        return new StatementIssued(
                ids.next(),
                view.issuedAt(),
                view.dealId(),
                view.id(),
                view.isProvisional(),
                view.totalFen(),
                view.taxFen(),
                view.weight(),
                view.payableFen(),
                view.paidFen(),
                view.dueFen(),
                view.refundFen(),
                performed.seal(view.hash()));
    }
}
