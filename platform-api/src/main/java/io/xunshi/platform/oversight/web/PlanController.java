package io.xunshi.platform.oversight.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.oversight.domain.CityPlan.DistrictTarget;
import io.xunshi.platform.oversight.domain.PlanProgress;
import io.xunshi.platform.oversight.domain.PlanTask;
import io.xunshi.platform.oversight.domain.ReportingRule;
import io.xunshi.platform.oversight.usecase.ComputePlan;
import io.xunshi.platform.oversight.usecase.ReadCityPlan;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The city plan beside what the platform counts. */
@RestController
@RequestMapping("/api/v1/oversight/city-plan")
class PlanController {
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2100;

    private final ComputePlan computePlan;
    private final ReadCityPlan readCityPlan;

    PlanController(ComputePlan computePlan, ReadCityPlan readCityPlan) {
        this.computePlan = computePlan;
        this.readCityPlan = readCityPlan;
    }

    /** What was counted in a year, with the tasks, and how areas lie across each other. */
    @GetMapping("/board")
    @Access(Caller.REGULATOR)
    Mono<BoardResponse> board(@RequestParam @Min(FIRST_YEAR) @Max(LAST_YEAR) int year) {
        return computePlan
                .progress(Year.of(year))
                .map(counted -> new BoardResponse(
                        counted.stream().map(ProgressResponse::of).toList(),
                        readCityPlan.tasks(),
                        readCityPlan.plan().districts().stream()
                                .map(ReportingAreaResponse::of)
                                .toList()));
    }

    /**
     * The events behind a counted indicator, newest first, at most two hundred.
     *
     * @param area its code; all where it is left out; empty for what names none
     */
    @GetMapping("/indicators/{number}/events")
    @Access(Caller.REGULATOR)
    Mono<List<FindingResponse>> events(
            @PathVariable int number,
            @RequestParam @Min(FIRST_YEAR) @Max(LAST_YEAR) int year,
            @RequestParam(required = false) @Nullable @Size(max = 10) String area) {
        return computePlan
                .events(number, Year.of(year), area)
                .map(events -> events.stream().map(FindingResponse::of).toList());
    }

    /** @param counted those indicators that the platform has data for; all others are not counted */
    record BoardResponse(List<ProgressResponse> counted, List<PlanTask> tasks, List<ReportingAreaResponse> areas) {}

    /**
     * @param value in the indicator's unit; of a growth rate percent
     * @param percent of the way from base to target; null where the plan prints no number
     * @param byArea empty for a growth rate
     */
    record ProgressResponse(
            int indicator, BigDecimal value, @Nullable BigDecimal percent, List<AreaAmountResponse> byArea) {

        static ProgressResponse of(PlanProgress progress) {
            return new ProgressResponse(
                    progress.indicator(),
                    progress.value(),
                    progress.percent(),
                    progress.byArea().entrySet().stream()
                            .map(figure -> new AreaAmountResponse(
                                    figure.getKey(),
                                    figure.getValue(),
                                    ReportingRule.most(figure.getKey(), progress.byArea())))
                            .toList());
        }
    }

    /**
     * @param area empty for what names none
     * @param amount grams or things
     * @param most with all of every zone across a statutory district
     */
    record AreaAmountResponse(String area, long amount, long most) {}

    /** @param across the districts that a zone lies across; empty for a district */
    record ReportingAreaResponse(String code, String name, List<String> across) {
        static ReportingAreaResponse of(DistrictTarget area) {
            return new ReportingAreaResponse(
                    area.code(),
                    area.name(),
                    ReportingRule.districtsUnder(area.code()).stream().sorted().toList());
        }
    }
}
