package io.xunshi.platform.consignment.web;

import io.xunshi.platform.consignment.domain.Stocktake;
import io.xunshi.platform.consignment.domain.Stocktake.Difference;
import io.xunshi.platform.consignment.domain.Stocktake.Finding;
import io.xunshi.platform.consignment.domain.Stocktake.Line;
import io.xunshi.platform.consignment.domain.Stocktake.Reason;
import io.xunshi.platform.consignment.usecase.TakeStock;
import io.xunshi.platform.consignment.usecase.TakeStock.NewScan;
import io.xunshi.platform.consignment.usecase.TakeStock.Scanned;
import io.xunshi.platform.consignment.usecase.TakeStock.WholeStocktake;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Countings of the point that the operator works at. */
@RestController
@RequestMapping("/api/v1/my/point/stocktakes")
class StocktakeController {
    private final TakeStock takeStock;

    StocktakeController(TakeStock takeStock) {
        this.takeStock = takeStock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.POINT_OPERATOR)
    Mono<StocktakeResponse> open(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody OpenStocktakeRequest request) {
        return takeStock.open(who.id(), request.shelf()).map(StocktakeResponse::of);
    }

    /** Newest first. */
    @GetMapping
    @Access(Caller.POINT_OPERATOR)
    Mono<Page<StocktakeBrief>> stocktakes(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return takeStock.find(who.id(), Cursor.decode(cursor), limit).map(page -> page.map(StocktakeBrief::of));
    }

    /** An open one with how it differs now, a closed one with its report. */
    @GetMapping("/{id}")
    @Access(Caller.POINT_OPERATOR)
    Mono<StocktakeResponse> stocktake(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return takeStock.find(who.id(), id).map(StocktakeResponse::of);
    }

    /** May be sent as often as needed: the last scan of a label counts. */
    @PostMapping("/{id}/scans")
    @Access(Caller.POINT_OPERATOR)
    Mono<ScansResponse> scan(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ScansRequest request) {
        return takeStock
                .scan(
                        who.id(),
                        id,
                        request.scans().stream().map(ScanOfLabel::scan).toList())
                .map(scanned ->
                        new ScansResponse(scanned.stream().map(ScannedLabel::of).toList()));
    }

    /** Says why something differs. */
    @PutMapping("/{id}/differences/{code}")
    @Access(Caller.POINT_OPERATOR)
    Mono<StocktakeResponse> explain(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable String code,
            @Valid @RequestBody ExplanationRequest request) {
        return takeStock
                .explain(who.id(), id, code, request.reason(), Objects.requireNonNullElse(request.note(), ""))
                .map(StocktakeResponse::of);
    }

    /** Corrects places, and for what is gone the point owes its owners. */
    @PostMapping("/{id}/closing")
    @Access(Caller.POINT_OPERATOR)
    @RequireIdempotencyKey
    Mono<StocktakeResponse> close(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return takeStock.close(who.id(), id).map(StocktakeResponse::of);
    }

    /** @param shelf the one place to be counted; without it, the whole point */
    record OpenStocktakeRequest(
            @Nullable @Size(min = 1, max = 40) @Pattern(regexp = PlainText.LINE)
            String shelf) {}

    record ScansRequest(@NotEmpty @Size(max = 200) List<@Valid @NotNull ScanOfLabel> scans) {

        ScansRequest {
            scans = List.copyOf(scans);
        }
    }

    /**
     * @param shelf where it stood; without it, places are not compared
     * @param at by the scanner's clock
     */
    record ScanOfLabel(
            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String code,

            @Nullable @Size(min = 1, max = 40) @Pattern(regexp = PlainText.LINE)
            String shelf,

            @NotNull Instant at) {

        NewScan scan() {
            return new NewScan(code, shelf, at);
        }
    }

    record ExplanationRequest(
            @NotNull Reason reason,

            @Nullable @Size(max = 300) @Pattern(regexp = PlainText.LINES)
            String note) {}

    record ScansResponse(List<ScannedLabel> scans) {

        ScansResponse {
            scans = List.copyOf(scans);
        }
    }

    /**
     * @param title null for a label that is none of the point's
     * @param booksShelf its place in the books
     */
    record ScannedLabel(
            String code, @Nullable String title, @Nullable String booksShelf, Finding finding) {

        static ScannedLabel of(Scanned scanned) {
            return new ScannedLabel(scanned.code(), scanned.title(), scanned.booksShelf(), scanned.finding());
        }
    }

    /** @param closedAt null while it is open */
    record StocktakeBrief(
            UUID id,
            String code,
            @Nullable String shelf,
            Instant openedAt,
            @Nullable Instant closedAt) {

        static StocktakeBrief of(Stocktake stocktake) {
            var closing = stocktake.closing();
            return new StocktakeBrief(
                    stocktake.id(),
                    stocktake.code(),
                    stocktake.shelf(),
                    stocktake.openedAt(),
                    closing == null ? null : closing.at());
        }
    }

    /**
     * @param expected things that the books have here
     * @param scanned different labels
     */
    record StocktakeResponse(
            UUID id,
            String code,
            @Nullable String shelf,
            Instant openedAt,
            @Nullable Instant closedAt,
            int expected,
            int scanned,
            List<DifferenceResponse> differences) {

        StocktakeResponse {
            differences = List.copyOf(differences);
        }

        static StocktakeResponse of(WholeStocktake whole) {
            var brief = StocktakeBrief.of(whole.stocktake());
            return new StocktakeResponse(
                    brief.id(),
                    brief.code(),
                    brief.shelf(),
                    brief.openedAt(),
                    brief.closedAt(),
                    whole.counts().expected(),
                    whole.counts().scanned(),
                    whole.lines().stream().map(DifferenceResponse::of).toList());
        }
    }

    /**
     * @param reason null until somebody has given one
     * @param compensation what the point owes its owner; null unless it is gone and the counting is closed
     */
    record DifferenceResponse(
            String code,
            @Nullable String title,
            Difference kind,
            @Nullable String booksShelf,
            @Nullable String foundShelf,
            @Nullable Reason reason,
            @Nullable String note,
            @Nullable UUID explainedBy,
            @Nullable Money compensation) {

        static DifferenceResponse of(Line line) {
            var explanation = line.explanation();
            return new DifferenceResponse(
                    line.code(),
                    line.title(),
                    line.kind(),
                    line.booksShelf(),
                    line.foundShelf(),
                    explanation == null ? null : explanation.reason(),
                    explanation == null ? null : explanation.note(),
                    explanation == null ? null : explanation.by().value(),
                    line.compensation());
        }
    }
}
