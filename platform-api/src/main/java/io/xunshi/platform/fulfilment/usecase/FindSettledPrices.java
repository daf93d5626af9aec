package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.fulfilment.StatementView;
import io.xunshi.platform.fulfilment.domain.SettledPrice;
import io.xunshi.platform.fulfilment.storage.DealStatementRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.pricing.Side;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an organisation's own deals were settled at; what others paid is theirs. */
@Component
public class FindSettledPrices {
    private static final int MAX = 500;

    private final DealStatementRepository statements;
    private final Deals deals;
    private final Organisations organisations;

    FindSettledPrices(DealStatementRepository statements, Deals deals, Organisations organisations) {
        this.statements = statements;
        this.deals = deals;
        this.organisations = organisations;
    }

    /**
     * Of final statements since a day of the city, oldest first; the newest five hundred of them. For members.
     *
     * @param from in the city's time
     */
    public Mono<List<SettledPrice>> of(AccountId reader, OrganisationId organisation, LocalDate from) {
        var since = from.atStartOfDay(CityTime.ZONE).toInstant();
        return organisations
                .requireRole(reader, organisation, MemberRole.values())
                .then(statements.findFinalOf(organisation, since, MAX).collectList())
                .flatMap(found -> dealsOf(found).map(known -> settled(organisation, found, known)));
    }

    private Mono<Map<DealId, DealView>> dealsOf(List<StatementView> statements) {
        return deals.findAll(statements.stream().map(StatementView::dealId).toList())
                .filter(deal -> deal.measure() == Measure.WEIGHT)
                .collectMap(DealView::id);
    }

    private static List<SettledPrice> settled(
            OrganisationId organisation, List<StatementView> statements, Map<DealId, DealView> known) {
        return statements.stream()
                .flatMap(statement -> Stream.ofNullable(known.get(statement.dealId()))
                        .map(deal -> settled(organisation, deal, statement)))
                .toList();
    }

    private static SettledPrice settled(OrganisationId organisation, DealView deal, StatementView statement) {
        return new SettledPrice(
                deal.id(),
                deal.code(),
                deal.materialCode(),
                deal.seller().equals(organisation) ? Side.SELLER : Side.BUYER,
                LocalDate.ofInstant(statement.issuedAt(), CityTime.ZONE),
                statement.price(),
                statement.payableWeight());
    }
}
