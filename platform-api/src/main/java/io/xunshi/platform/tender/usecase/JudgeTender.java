package io.xunshi.platform.tender.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.exchange.Asked;
import io.xunshi.platform.exchange.Demands;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.TradeArea;
import io.xunshi.platform.organisation.TradeSide;
import io.xunshi.platform.organisation.TradingGate;
import io.xunshi.platform.tender.domain.TenderLine;
import io.xunshi.platform.tender.domain.TenderRules;
import io.xunshi.platform.tender.domain.TenderTerms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds what a buyer would ask for against the rules. */
@Component
class JudgeTender {
    private final Materials materials;
    private final Demands demands;
    private final Organisations organisations;
    private final TradingGate gate;
    private final TenderRules rules;
    private final Clock clock;

    JudgeTender(
            Materials materials,
            Demands demands,
            Organisations organisations,
            TradingGate gate,
            Catalog catalog,
            Clock clock) {
        this.materials = materials;
        this.demands = demands;
        this.organisations = organisations;
        this.gate = gate;
        rules = new TenderRules(
                code -> code.equals(TradeArea.OUTSIDE) || catalog.district(code).isPresent());
        this.clock = clock;
    }

    /** The terms that the plan means; raises all field faults at once. */
    Mono<TenderTerms> judge(OrganisationId buyer, TenderPlan plan) {
        return Flux.range(0, plan.lines().size())
                .concatMap(i -> judge(i, plan.lines().get(i)))
                .collectList()
                .flatMap(lines -> invited(buyer, plan)
                        .flatMap(invited -> demand(buyer, plan).map(demand -> {
                            var terms = terms(plan, lines, invited.found());
                            refuse(Stream.of(
                                            rules.faultsOf(terms, clock.instant()).stream(),
                                            lines.stream().flatMap(line -> line.faults().stream()),
                                            invited.faults().stream(),
                                            demand.stream())
                                    .flatMap(faults -> faults)
                                    .toList());
                            return terms;
                        })));
    }

    /** Whether a draft can still be published as it stands: raises field faults where its times are over. */
    void checkTimes(TenderTerms terms) {
        refuse(rules.faultsOf(terms, clock.instant()));
    }

    /** Raises which licences are missing for what is asked for. */
    Mono<Void> passGate(OrganisationId buyer, TenderTerms terms) {
        return Flux.fromStream(
                        terms.lines().stream().map(TenderLine::materialCode).distinct())
                .concatMap(
                        material -> gate.require(buyer, material, TradeSide.BUYER, terms.areaCode(), clock.instant()))
                .then();
    }

    private Mono<JudgedLine> judge(int index, Asked asked) {
        return demands.faultsOf(asked)
                .flatMap(faults -> materials
                        .find(asked.materialCode(), LocalDate.ofInstant(clock.instant(), CityTime.ZONE))
                        .map(Measure::of)
                        .defaultIfEmpty(Measure.WEIGHT)
                        .map(measure -> new JudgedLine(
                                new TenderLine(
                                        index + 1,
                                        asked.materialCode(),
                                        measure,
                                        asked.quantity(),
                                        asked.leastQuantity(),
                                        asked.quality()),
                                faults.stream()
                                        .map(fault -> new FieldFault(
                                                "lines[%d].%s".formatted(index, fault.field()), fault.rule()))
                                        .toList())));
    }

    private Mono<Invited> invited(OrganisationId buyer, TenderPlan plan) {
        return organisations
                .findByCreditCodes(plan.invited())
                .map(OrganisationView::id)
                .filter(id -> !id.equals(buyer))
                .collectList()
                .map(found -> new Invited(
                        Set.copyOf(found),
                        found.size() == plan.invited().size()
                                ? List.of()
                                : List.of(new FieldFault("invited", "tender.field.invited"))));
    }

    private Mono<List<FieldFault>> demand(OrganisationId buyer, TenderPlan plan) {
        return Mono.justOrEmpty(plan.demand())
                .flatMap(demand -> demands.buyerOf(demand)
                        .filter(buyer::equals)
                        .map(own -> List.<FieldFault>of())
                        .defaultIfEmpty(List.of(new FieldFault("demandId", "tender.field.demand"))))
                .defaultIfEmpty(List.of());
    }

    private static TenderTerms terms(TenderPlan plan, List<JudgedLine> lines, Set<OrganisationId> invited) {
        return new TenderTerms(
                plan.title(),
                plan.description(),
                plan.areaCode(),
                plan.address(),
                plan.delivery(),
                plan.payment(),
                plan.tax(),
                invited,
                plan.demand(),
                lines.stream().map(JudgedLine::line).toList(),
                plan.closesAt(),
                plan.awardBy());
    }

    private static void refuse(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw FieldFault.refuse(faults);
        }
    }

    private record JudgedLine(TenderLine line, List<FieldFault> faults) {}

    private record Invited(Set<OrganisationId> found, List<FieldFault> faults) {}
}
