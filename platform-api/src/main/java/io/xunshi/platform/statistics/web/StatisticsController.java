package io.xunshi.platform.statistics.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.statistics.StatisticsProblem;
import io.xunshi.platform.statistics.usecase.FoldLog;
import io.xunshi.platform.statistics.usecase.FoldLog.Published;
import io.xunshi.transparency.statistics.DailyFigures;
import io.xunshi.transparency.statistics.DailyFigures.Figure;
import io.xunshi.transparency.statistics.DailyFigures.PlaceFigure;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Market figures; each answer names the checkpoint that it was computed at. */
@RestController
@RequestMapping("/api/v1/statistics")
class StatisticsController {
    private final FoldLog foldLog;

    StatisticsController(FoldLog foldLog) {
        this.foldLog = foldLog;
    }

    /** Rows by day, category and district; both ends of the period are included. */
    @GetMapping("/daily")
    @Access(Caller.PUBLIC)
    Mono<DailyResponse> daily(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return foldLog.latest()
                .map(published -> DailyResponse.of(
                        published,
                        published.figures().stream()
                                .filter(row ->
                                        category == null || row.category().equals(category))
                                .filter(row ->
                                        district == null || row.district().equals(district))
                                .filter(row -> from == null || !row.day().isBefore(from))
                                .filter(row -> to == null || !row.day().isAfter(to))))
                .switchIfEmpty(Mono.error(StatisticsProblem.NO_SUCH_CHECKPOINT::raise));
    }

    /** What was sold at consignment points, book corners and market days themselves; both ends are included. */
    @GetMapping("/places")
    @Access(Caller.PUBLIC)
    Mono<PlacesResponse> places(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return foldLog.latest()
                .map(published -> PlacesResponse.of(
                        published,
                        published.places().stream()
                                .filter(row -> from == null || !row.day().isBefore(from))
                                .filter(row -> to == null || !row.day().isAfter(to))))
                .switchIfEmpty(Mono.error(StatisticsProblem.NO_SUCH_CHECKPOINT::raise));
    }

    /** The whole publication as canonical JSON: what a verifier compares byte for byte. */
    @GetMapping("/figures")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<byte[]>> figures(@RequestParam @Min(0) long size) {
        return foldLog.publicationAt(size)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(bytes));
    }

    /** @param rows money in fen */
    record DailyResponse(String method, CheckpointResponse checkpoint, List<Figure> rows) {

        static DailyResponse of(Published published, Stream<Figure> rows) {
            return new DailyResponse(DailyFigures.METHOD, CheckpointResponse.of(published), rows.toList());
        }
    }

    /** @param rows money in fen */
    record PlacesResponse(String method, CheckpointResponse checkpoint, List<PlaceFigure> rows) {

        static PlacesResponse of(Published published, Stream<PlaceFigure> rows) {
            return new PlacesResponse(DailyFigures.METHOD, CheckpointResponse.of(published), rows.toList());
        }
    }

    /** @param root hexadecimal */
    record CheckpointResponse(long size, String root) {

        static CheckpointResponse of(Published published) {
            var checkpoint = published.checkpoint();
            return new CheckpointResponse(checkpoint.size(), checkpoint.root().toString());
        }
    }
}
