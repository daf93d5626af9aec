package io.xunshi.platform.marketday.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.CsvFile;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.marketday.domain.MarketDay.Hours;
import io.xunshi.platform.marketday.domain.Organiser;
import io.xunshi.platform.marketday.domain.Stall;
import io.xunshi.platform.marketday.domain.StallState;
import io.xunshi.platform.marketday.usecase.AnnounceDay;
import io.xunshi.platform.marketday.usecase.AnnounceDay.NewDay;
import io.xunshi.platform.marketday.usecase.CheckIn;
import io.xunshi.platform.marketday.usecase.FindDays;
import io.xunshi.platform.marketday.usecase.FindDays.AtDesk;
import io.xunshi.platform.marketday.usecase.FindDays.Organised;
import io.xunshi.platform.marketday.usecase.ReadDayReports;
import io.xunshi.platform.marketday.usecase.ReadDayReports.Figures;
import io.xunshi.platform.marketday.usecase.ReadDayReports.OfDay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The organiser's desk: announcing days, receiving stallholders, and the day's report. */
@RestController
@RequestMapping("/api/v1/my/market-organiser")
class MarketDeskController {
    private final FindDays findDays;
    private final AnnounceDay announceDay;
    private final CheckIn checkIn;
    private final ReadDayReports readReports;

    MarketDeskController(FindDays findDays, AnnounceDay announceDay, CheckIn checkIn, ReadDayReports readReports) {
        this.findDays = findDays;
        this.announceDay = announceDay;
        this.checkIn = checkIn;
        this.readReports = readReports;
    }

    /** Whom one organises for, and their days, the latest first. */
    @GetMapping
    @Access({Caller.ORGANISATION_MEMBER, Caller.POINT_OPERATOR})
    Mono<OrganisedResponse> own(@AuthenticationPrincipal SignedIn who) {
        return findDays.ofSteward(who.id()).map(OrganisedResponse::of);
    }

    @PostMapping("/days")
    @ResponseStatus(HttpStatus.CREATED)
    @Access({Caller.ORGANISATION_MEMBER, Caller.POINT_OPERATOR})
    @RequireIdempotencyKey
    Mono<MarketDayResponse> announce(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody NewDayRequest request) {
        return announceDay.announce(who.id(), request.day()).map(MarketDayResponse::of);
    }

    /** With all who applied. */
    @GetMapping("/days/{id}")
    @Access({Caller.ORGANISATION_MEMBER, Caller.POINT_OPERATOR})
    Mono<DeskDayResponse> day(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findDays.atDesk(who.id(), id).map(DeskDayResponse::of);
    }

    /** Before it begins; everybody with a stall is told. */
    @PostMapping("/days/{id}/cancellation")
    @Access({Caller.ORGANISATION_MEMBER, Caller.POINT_OPERATOR})
    Mono<MarketDayResponse> cancel(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody CancelRequest request) {
        return announceDay.cancel(who.id(), id, request.why().strip()).map(MarketDayResponse::of);
    }

    /** By the code on the stallholder's phone; the same code twice is the same check-in. */
    @PostMapping("/days/{id}/check-ins")
    @Access({Caller.ORGANISATION_MEMBER, Caller.POINT_OPERATOR})
    Mono<DeskStallResponse> receive(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody CheckInRequest request) {
        return checkIn.receive(who.id(), id, request.code()).map(DeskStallResponse::of);
    }

    /** Beside the organiser's earlier days. */
    @GetMapping("/days/{id}/report")
    @Access({Caller.ORGANISATION_MEMBER, Caller.POINT_OPERATOR})
    Mono<DayReportResponse> report(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return readReports.ofDay(who.id(), id).map(DayReportResponse::of);
    }

    @GetMapping("/days/{id}/report.csv")
    @Access({Caller.ORGANISATION_MEMBER, Caller.POINT_OPERATOR})
    Mono<ResponseEntity<String>> csv(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return readReports
                .ofDay(who.id(), id)
                .map(report -> csv(report.figures())
                        .attached("market-day-" + report.figures().day().code() + ".csv"));
    }

    private static CsvFile csv(Figures figures) {
        return TakingsResponse.csv(figures.report())
                .emptyLine()
                .head("stalls", "used", "no_shows", "waiting", "cancelled_sales")
                .row(
                        figures.day().plan().stalls(),
                        figures.used(),
                        figures.noShows(),
                        figures.waiting(),
                        figures.report().cancelled());
    }

    /** @param place null for the district's centre */
    record NewDayRequest(
            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String title,

            @NotBlank @Size(max = 40) String districtCode,

            @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.LINE)
            String address,

            @Nullable Place place,
            @NotNull Instant applyUntil,
            @NotNull Instant opensAt,
            @NotNull Instant checkInUntil,
            @NotNull Instant closesAt,
            @NotNull @Min(1) @Max(300) Integer stalls,

            @NotNull @Size(max = 1000) @Pattern(regexp = PlainText.LINES)
            String rules) {

        NewDay day() {
            return new NewDay(
                    title.strip(),
                    districtCode,
                    address.strip(),
                    place,
                    new Hours(applyUntil, opensAt, checkInUntil, closesAt),
                    stalls,
                    rules.strip());
        }
    }

    record CancelRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.LINE)
            String why) {}

    record CheckInRequest(@NotBlank @Size(max = 40) String code) {}

    record OrganisedResponse(String name, Organiser.Kind kind, List<MarketDayResponse> days) {

        static OrganisedResponse of(Organised organised) {
            return new OrganisedResponse(
                    organised.organiser().name(),
                    organised.organiser().kind(),
                    organised.days().stream().map(MarketDayResponse::of).toList());
        }
    }

    record DeskDayResponse(MarketDayResponse day, List<DeskStallResponse> stalls) {

        static DeskDayResponse of(AtDesk desk) {
            return new DeskDayResponse(
                    MarketDayResponse.of(desk.day()),
                    desk.stalls().stream().map(DeskStallResponse::of).toList());
        }
    }

    /**
     * All that an organiser knows of a stallholder.
     *
     * @param goods root categories
     * @param number null without one
     */
    record DeskStallResponse(
            UUID id, @Nullable Integer number, String shownName, List<String> goods, StallState state) {

        static DeskStallResponse of(Stall stall) {
            return new DeskStallResponse(stall.id(), stall.number(), stall.shownName(), stall.goods(), stall.state());
        }
    }

    /** @param before earlier days, the latest first */
    record DayReportResponse(DayFiguresResponse figures, List<DayFiguresResponse> before) {

        static DayReportResponse of(OfDay report) {
            return new DayReportResponse(
                    DayFiguresResponse.of(report.figures()),
                    report.before().stream().map(DayFiguresResponse::of).toList());
        }
    }

    /**
     * @param used stalls whose holders were there
     * @param noShows stalls that were given away, and whose holders did not come later either
     * @param waiting people for whom there was no stall
     */
    record DayFiguresResponse(
            UUID dayId,
            String title,
            Instant opensAt,
            int stalls,
            int used,
            int noShows,
            int waiting,
            TakingsResponse takings) {

        static DayFiguresResponse of(Figures figures) {
            var plan = figures.day().plan();
            return new DayFiguresResponse(
                    figures.day().id(),
                    plan.title(),
                    plan.hours().opensAt(),
                    plan.stalls(),
                    figures.used(),
                    figures.noShows(),
                    figures.waiting(),
                    TakingsResponse.of(figures.report()));
        }
    }
}
