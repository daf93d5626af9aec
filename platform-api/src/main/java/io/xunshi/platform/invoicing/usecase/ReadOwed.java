package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.Fulfilments;
import io.xunshi.platform.fulfilment.StatementView;
import io.xunshi.platform.invoicing.InvoicingProblem;
import io.xunshi.platform.invoicing.domain.Owed;
import io.xunshi.platform.invoicing.domain.Vat;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the invoice of a deal has to say. */
@Component
class ReadOwed {
    private final Deals deals;
    private final Fulfilments fulfilments;
    private final Organisations organisations;

    ReadOwed(Deals deals, Fulfilments fulfilments, Organisations organisations) {
        this.deals = deals;
        this.fulfilments = fulfilments;
        this.organisations = organisations;
    }

    /** Raises {@link InvoicingProblem#DEAL_NOT_FOUND}. */
    Mono<DealView> deal(DealId id) {
        return deals.find(id).switchIfEmpty(Mono.error(InvoicingProblem.DEAL_NOT_FOUND::raise));
    }

    /** Raises {@link InvoicingProblem#NOT_SETTLED} and {@link InvoicingProblem#NOTHING_TO_INVOICE}. */
    Mono<Owed> of(DealView deal) {
        return fulfilments
                .find(deal.id())
                .filter(performance -> performance.state() == FulfilmentState.CLOSED)
                .flatMap(performance -> fulfilments.latestStatement(deal.id()))
                .switchIfEmpty(Mono.error(InvoicingProblem.NOT_SETTLED::raise))
                .filter(statement -> statement.totalFen() > 0)
                .switchIfEmpty(Mono.error(InvoicingProblem.NOTHING_TO_INVOICE::raise))
                .flatMap(statement -> sides(deal).map(sides -> owed(deal, statement, sides)));
    }

    private Mono<Map<OrganisationId, OrganisationView>> sides(DealView deal) {
        return organisations.findAll(List.of(deal.seller(), deal.buyer())).collectMap(OrganisationView::id);
    }

    private static Owed owed(DealView deal, StatementView statement, Map<OrganisationId, OrganisationView> sides) {
        return new Owed(
                deal,
                statement,
                Objects.requireNonNull(sides.get(deal.seller()), "a deal without a seller"),
                Objects.requireNonNull(sides.get(deal.buyer()), "a deal without a buyer"),
                deal.settlement().tax().rateBp(),
                statement.payableWeight(),
                new Vat(statement.totalFen() - statement.taxFen(), statement.taxFen()),
                LocalDate.ofInstant(deal.agreedAt(), CityTime.ZONE));
    }
}
