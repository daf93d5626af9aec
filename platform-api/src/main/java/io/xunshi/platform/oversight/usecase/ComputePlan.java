package io.xunshi.platform.oversight.usecase;

import static java.util.Comparator.comparingInt;

import io.xunshi.platform.audit.PlanFigure;
import io.xunshi.platform.audit.PlanFigure.AreaAmount;
import io.xunshi.platform.oversight.OversightProblem;
import io.xunshi.platform.oversight.domain.CityPlan;
import io.xunshi.platform.oversight.domain.CityPlan.DistrictTarget;
import io.xunshi.platform.oversight.domain.Indicator;
import io.xunshi.platform.oversight.domain.PlanProgress;
import io.xunshi.platform.oversight.domain.ReportingRule;
import io.xunshi.platform.oversight.usecase.AnswerQuestion.Answer;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds what the plan states against what the platform's modules count, down to the single event. */
@Component
public class ComputePlan {
    private static final int EVENTS_MAX = 200;

    private final ReadCityPlan readCityPlan;
    private final List<PlanFigure> figures;
    private final AnswerQuestion answerQuestion;

    ComputePlan(ReadCityPlan readCityPlan, List<PlanFigure> figures, AnswerQuestion answerQuestion) {
        this.readCityPlan = readCityPlan;
        this.figures = figures;
        this.answerQuestion = answerQuestion;
    }

    /** Of those indicators that something is counted for, in their order. */
    public Mono<List<PlanProgress>> progress(Year year) {
        return Flux.fromIterable(figures)
                .concatMap(figure -> figure.byArea(year)
                        .collect(Collectors.toMap(AreaAmount::area, AreaAmount::amount, Math::addExact))
                        .map(named -> ReportingRule.byArea(named, areas()))
                        .map(byArea -> PlanProgress.counted(indicator(figure.indicator()), byArea)))
                .concatMapIterable(this::withGrowth)
                .sort(comparingInt(PlanProgress::indicator))
                .collectList();
    }

    /**
     * The events behind an indicator, newest first, at most two hundred. Raises {@link OversightProblem#NOT_COUNTED}.
     *
     * @param area only of those that name it; null for all
     */
    public Mono<List<Answer>> events(int indicator, Year year, @Nullable String area) {
        return Flux.fromIterable(figures)
                .filter(figure -> figure.indicator() == indicator)
                .next()
                .switchIfEmpty(Mono.error(OversightProblem.NOT_COUNTED::raise))
                .flatMapMany(figure -> figure.events(year, area, EVENTS_MAX))
                .collectList()
                .flatMap(answerQuestion::proven);
    }

    private List<PlanProgress> withGrowth(PlanProgress counted) {
        var grown = indicator(counted.indicator());
        return Stream.concat(
                        Stream.of(counted),
                        CityPlan.growthOf(grown, plan().indicators())
                                .flatMap(rate -> PlanProgress.grown(rate, grown, counted.value()))
                                .stream())
                .toList();
    }

    private Indicator indicator(int no) {
        return plan().indicators().stream()
                .filter(one -> one.no() == no)
                .findFirst()
                .orElseThrow();
    }

    private Set<String> areas() {
        return plan().districts().stream().map(DistrictTarget::code).collect(Collectors.toSet());
    }

    private CityPlan plan() {
        return readCityPlan.plan();
    }
}
