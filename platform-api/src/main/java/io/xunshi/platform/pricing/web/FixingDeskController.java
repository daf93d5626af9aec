package io.xunshi.platform.pricing.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.pricing.Fixing;
import io.xunshi.platform.pricing.domain.FixingFile;
import io.xunshi.platform.pricing.domain.FixingSet;
import io.xunshi.platform.pricing.domain.Series;
import io.xunshi.platform.pricing.usecase.EnterFixings;
import io.xunshi.platform.pricing.usecase.EnterFixings.Correction;
import io.xunshi.platform.pricing.usecase.KeepSeries;
import io.xunshi.platform.pricing.usecase.ReadFixings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What officers do with reference prices, and who did it. */
@RestController
@RequestMapping("/api/v1/reference-series")
class FixingDeskController {
    private final KeepSeries keepSeries;
    private final EnterFixings enterFixings;
    private final ReadFixings readFixings;

    FixingDeskController(KeepSeries keepSeries, EnterFixings enterFixings, ReadFixings readFixings) {
        this.keepSeries = keepSeries;
        this.enterFixings = enterFixings;
        this.readFixings = readFixings;
    }

    @PostMapping
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    @ResponseStatus(HttpStatus.CREATED)
    Mono<SeriesResponse> add(@Valid @RequestBody NewSeriesRequest request) {
        return keepSeries.add(request.series()).map(series -> SeriesResponse.of(series, List.of()));
    }

    /** The price of one day. */
    @PostMapping("/{code}/fixings")
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FixingSetResponse> enter(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String code,
            @Valid @RequestBody NewFixingRequest request) {
        return enterFixings
                .enter(
                        who.id(),
                        code,
                        Days.within("day", request.day()),
                        request.fenPerTonne(),
                        request.note().strip(),
                        request.confirmed())
                .map(FixingSetResponse::of);
    }

    /** All rows of a file, or none of them. */
    @PostMapping("/{code}/fixing-imports")
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FixingSetResponse> importFile(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String code,
            @Valid @RequestBody ImportRequest request) {
        return enterFixings
                .importFile(who.id(), code, request.csv(), request.note().strip(), Set.copyOf(request.confirmedDays()))
                .map(FixingSetResponse::of);
    }

    /** @param ifMatch the revision that is corrected */
    @PostMapping("/{code}/fixings/{day}/corrections")
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FixingSetResponse> correct(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String code,
            @PathVariable LocalDate day,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CorrectionRequest request) {
        var correction = new Correction(
                Days.within("day", day), request.fenPerTonne(), request.reason().strip());
        return enterFixings
                .correct(who.id(), code, correction, EntityVersion.of(ifMatch))
                .map(FixingSetResponse::of);
    }

    /** Who entered what, newest first. */
    @GetMapping("/{code}/fixing-sets")
    @Access({Caller.ADMINISTRATOR, Caller.REGULATOR})
    Mono<Page<FixingSetResponse>> sets(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return readFixings.sets(code, Cursor.decode(cursor), limit).map(page -> page.map(FixingSetResponse::of));
    }

    /** @param calendar an exchange whose trading days are known, <code>SHFE</code> */
    record NewSeriesRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,15}")
            String code,

            @NotNull @Size(max = 16) String calendar,

            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String nameZh,

            @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
            String nameEn,

            @NotBlank @Size(max = 80) @Pattern(regexp = PlainText.LINE)
            String source) {
        Series series() {
            return new Series(code, calendar, nameZh.strip(), nameEn.strip(), source.strip());
        }
    }

    /**
     * @param note where the price was read; may be empty
     * @param confirmed meant, however far it is from the one before
     */
    record NewFixingRequest(
            @NotNull LocalDate day,
            @Min(1) @Max(Fixing.MAX_FEN_PER_TONNE) long fenPerTonne,

            @NotNull @Size(max = 120) @Pattern(regexp = PlainText.LINE)
            String note,

            boolean confirmed) {}

    /**
     * @param csv a line <code>day,yuan_per_tonne</code>, and one for each day
     * @param confirmedDays whose prices are meant, however far they are from the ones before
     */
    record ImportRequest(
            @NotNull @Size(max = FixingFile.MAX_CHARACTERS) String csv,

            @NotNull @Size(max = 120) @Pattern(regexp = PlainText.LINE)
            String note,

            @NotNull @Size(max = FixingFile.MAX_ROWS) List<@NotNull LocalDate> confirmedDays) {}

    /** @param reason why the price before was wrong */
    record CorrectionRequest(
            @Min(1) @Max(Fixing.MAX_FEN_PER_TONNE) long fenPerTonne,

            @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.LINE)
            String reason) {}

    /**
     * What was entered at once.
     *
     * @param enteredBy the officer's account
     */
    record FixingSetResponse(
            UUID id, FixingSet.Kind kind, String note, int size, String sha256, UUID enteredBy, Instant enteredAt) {

        static FixingSetResponse of(FixingSet set) {
            return new FixingSetResponse(
                    set.id(),
                    set.kind(),
                    set.note(),
                    set.size(),
                    set.sha256(),
                    set.enteredBy().value(),
                    set.enteredAt());
        }
    }
}
