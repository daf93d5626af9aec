package io.xunshi.platform.statistics.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.statistics.StatisticsProblem;
import io.xunshi.platform.statistics.usecase.FoldLog;
import io.xunshi.platform.statistics.usecase.FoldLog.Valued;
import io.xunshi.transparency.statistics.Valuation;
import io.xunshi.transparency.statistics.Valuation.ComparableTrade;
import io.xunshi.transparency.statistics.Valuation.Confidence;
import io.xunshi.transparency.statistics.Valuation.Level;
import io.xunshi.transparency.statistics.Valuations;
import io.xunshi.transparency.statistics.Valuations.Thing;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 估价: what a second-hand thing is worth, by what was paid for others of its category and grade. */
@RestController
class ValuationController {
    private static final CacheControl A_MOMENT =
            CacheControl.maxAge(Duration.ofSeconds(60)).cachePublic();

    private final FoldLog foldLog;

    ValuationController(FoldLog foldLog) {
        this.foldLog = foldLog;
    }

    /**
     * By the most alike trades that are enough. Without a condition, or with one that no grade has, things of all
     * grades are compared; what was sold in the district weighs twice.
     */
    @GetMapping("/api/v1/valuations")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<Answer>> valuation(
            @RequestParam @NotBlank String category,
            @RequestParam(required = false) @Nullable String condition,
            @RequestParam(required = false) @Nullable String district) {
        return foldLog.valuation(new Thing(category, condition, district))
                .map(valued -> ResponseEntity.ok().cacheControl(A_MOMENT).body(Answer.of(valued)))
                .switchIfEmpty(Mono.error(StatisticsProblem.NO_SUCH_CHECKPOINT::raise));
    }

    /**
     * Money in fen; what is null is not known, because too little was sold.
     *
     * @param count how many trades it rests on
     * @param since the month of the oldest of them, as <code>2026-11</code>
     * @param comparables the newest of them, at most twelve
     * @param logSize of the checkpoint at which it was computed
     * @param logRoot hexadecimal
     */
    record Answer(
            @Nullable Level level,
            int count,
            @Nullable String since,
            @Nullable Long lowFen,
            @Nullable Long midFen,
            @Nullable Long highFen,
            @Nullable Confidence confidence,
            List<ComparableResponse> comparables,
            String method,
            long logSize,
            String logRoot) {

        static Answer of(Valued valued) {
            var valuation = Optional.ofNullable(valued.valuation());
            return new Answer(
                    valuation.map(Valuation::level).orElse(null),
                    valuation.map(Valuation::trades).orElse(0),
                    valuation.map(value -> value.since().toString()).orElse(null),
                    valuation.map(Valuation::lowFen).orElse(null),
                    valuation.map(Valuation::midFen).orElse(null),
                    valuation.map(Valuation::highFen).orElse(null),
                    valuation.map(Valuation::confidence).orElse(null),
                    valuation.map(Valuation::comparables).orElse(List.of()).stream()
                            .map(ComparableResponse::of)
                            .toList(),
                    Valuations.METHOD,
                    valued.checkpoint().size(),
                    valued.checkpoint().root().toString());
        }
    }

    /**
     * A trade, and nothing that leads to a person or a listing.
     *
     * @param month as <code>2026-11</code>
     * @param priceFen what was paid for one piece
     * @param adjustedFen brought to the grade asked for
     */
    record ComparableResponse(String month, String condition, String district, long priceFen, long adjustedFen) {

        static ComparableResponse of(ComparableTrade trade) {
            return new ComparableResponse(
                    trade.month().toString(),
                    trade.condition(),
                    trade.district(),
                    trade.priceFen(),
                    trade.adjustedFen());
        }
    }
}
