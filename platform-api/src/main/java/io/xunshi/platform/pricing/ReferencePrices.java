package io.xunshi.platform.pricing;

import java.time.LocalDate;
import java.util.Set;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The reference prices that officers have entered, for whoever computes a price. */
public interface ReferencePrices {

    /** Codes of all series. */
    Mono<Set<String>> series();

    /**
     * A formula as a caller sent it. Raises field faults below <code>formula</code>.
     *
     * @param json as {@link PriceFormulaJson} reads it
     */
    Mono<PriceFormula> formula(JsonNode json);

    /** On which days all series of a formula trade. */
    Mono<TradingCalendar> calendar(PriceFormula formula);

    /** All that a formula may need on a day: its series, from before its first period until the day. */
    Mono<Fixings> known(PriceFormula formula, LocalDate today);
}
