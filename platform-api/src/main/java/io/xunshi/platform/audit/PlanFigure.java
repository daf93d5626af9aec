package io.xunshi.platform.audit;

import java.time.Year;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** 指标计算: what of a module's data counts for one indicator of the city plan. */
public interface PlanFigure {

    /** The number of the indicator in the plan. */
    int indicator();

    /** Grams or things by the area that they name, of a year in the city. */
    Flux<AreaAmount> byArea(Year year);

    /**
     * The single events behind it, newest first.
     *
     * @param area only of those that name it; null for all
     */
    Flux<Finding> events(Year year, @Nullable String area, int limit);

    /** @param area the code that is named; empty where none is */
    record AreaAmount(String area, long amount) {}
}
