package io.xunshi.platform.pricing.usecase;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.pricing.Assay;
import io.xunshi.platform.pricing.Delivery;
import io.xunshi.platform.pricing.Fixing;
import io.xunshi.platform.pricing.Fixings;
import io.xunshi.platform.pricing.PriceComputation;
import io.xunshi.platform.pricing.PriceFacts;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.PriceFormulaJson;
import io.xunshi.platform.pricing.PricingProblem;
import io.xunshi.platform.pricing.QuotationalPeriod.PricingCall;
import io.xunshi.platform.pricing.Settlement;
import io.xunshi.platform.pricing.Settlement.Paid;
import io.xunshi.platform.pricing.SettlementTerms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Computes what a formula or a whole delivery would come to (结算试算). Keeps nothing. */
@Component
public class PreviewPrice {
    private final ReadFixings readFixings;
    private final Clock clock;

    PreviewPrice(ReadFixings readFixings, Clock clock) {
        this.readFixings = readFixings;
        this.clock = clock;
    }

    /**
     * The price of a tonne. Raises field faults for what is no formula.
     *
     * @param json as {@link PriceFormulaJson} reads it
     */
    public Mono<PriceComputation> price(JsonNode json, Market market, Assay.Report assays) {
        return readFixings
                .formula(json)
                .flatMap(formula ->
                        facts(formula, market).map(facts -> PriceComputation.of(formula, facts, assays.values())));
    }

    /**
     * A whole delivery. Raises field faults for what is no formula, and {@link PricingProblem#CONTRADICTION} for terms
     * that do not go together.
     *
     * @param terms the contract's, given its formula
     */
    public Mono<Settlement> settlement(
            JsonNode json,
            Market market,
            Function<PriceFormula, SettlementTerms> terms,
            Delivery delivery,
            Assay.Report assays,
            Paid paid) {
        return readFixings
                .formula(json)
                .flatMap(formula -> facts(formula, market)
                        .map(facts -> Settlement.of(agreed(terms, formula), delivery, assays, facts, paid)));
    }

    private static SettlementTerms agreed(Function<PriceFormula, SettlementTerms> terms, PriceFormula formula) {
        try {
            return terms.apply(formula);
        } catch (IllegalArgumentException e) {
            throw PricingProblem.CONTRADICTION.raise();
        }
    }

    private Mono<PriceFacts> facts(PriceFormula formula, Market market) {
        var today = market.today() == null ? LocalDate.ofInstant(clock.instant(), CityTime.ZONE) : market.today();
        return readFixings.known(formula, today).map(known -> facts(known, market, today));
    }

    private static PriceFacts facts(Fixings known, Market market, LocalDate today) {
        if (!known.series()
                .containsAll(market.assumed().stream().map(Fixing::series).toList())) {
            throw FieldFault.refuse(List.of(new FieldFault("assumed", "pricing.field.no-choice")));
        }
        var last = market.assumed().stream()
                .map(Fixing::day)
                .max(LocalDate::compareTo)
                .orElse(today);
        return new PriceFacts(known.with(market.assumed()), market.calls(), last.isAfter(today) ? last : today);
    }

    /**
     * What is known or assumed of the market.
     *
     * @param assumed instead of what was entered for their days; the last of them may be to come
     * @param today null for the present
     */
    public record Market(
            List<Fixing> assumed,
            List<PricingCall> calls,
            @Nullable LocalDate today) {
        public Market {
            assumed = List.copyOf(assumed);
            calls = List.copyOf(calls);
        }
    }
}
