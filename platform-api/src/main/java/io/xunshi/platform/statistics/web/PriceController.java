package io.xunshi.platform.statistics.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.statistics.StatisticsProblem;
import io.xunshi.platform.statistics.domain.PriceRelease;
import io.xunshi.platform.statistics.domain.PublishedPrice;
import io.xunshi.platform.statistics.usecase.FindPrices;
import io.xunshi.transparency.price.PricePublication;
import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a tonne of scrap cost, week by week. */
@RestController
@RequestMapping("/api/v1/statistics/prices")
class PriceController {
    private final FindPrices findPrices;
    private final Clock clock;

    PriceController(FindPrices findPrices, Clock clock) {
        this.findPrices = findPrices;
        this.clock = clock;
    }

    /**
     * Weeks that begin in the period, both ends included; a year where none is named. A question with more rows than an
     * answer may have is refused whole.
     */
    @GetMapping
    @Access(Caller.PUBLIC)
    @Limited("prices")
    Mono<PricesResponse> prices(@ParameterObject @Valid PricesRequest request) {
        return findPrices.prices(request.question(today())).map(PricesResponse::of);
    }

    /** The same as a table for a spreadsheet. */
    @GetMapping("/table.csv")
    @Access(Caller.PUBLIC)
    @Limited("prices")
    Mono<ResponseEntity<String>> csv(@ParameterObject @Valid PricesRequest request) {
        return findPrices
                .prices(request.question(today()))
                .map(rows -> PriceTables.forSpreadsheets(rows).attached("scrap-prices.csv"));
    }

    /** The same as SDMX-CSV 2.1. */
    @GetMapping("/sdmx.csv")
    @Access(Caller.PUBLIC)
    @Limited("prices")
    Mono<ResponseEntity<String>> sdmx(@ParameterObject @Valid PricesRequest request) {
        return findPrices.prices(request.question(today())).map(PriceTables::sdmx);
    }

    /** What was published, the newest week first. */
    @GetMapping("/releases")
    @Access(Caller.PUBLIC)
    Mono<ReleasesResponse> releases() {
        return findPrices
                .releases()
                .map(releases -> new ReleasesResponse(
                        releases.stream().map(ReleaseResponse::of).toList()));
    }

    /** A publication as canonical JSON: what a verifier compares byte for byte. */
    @GetMapping("/releases/{week}/{vintage}")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<byte[]>> release(@PathVariable String week, @PathVariable String vintage) {
        return findPrices
                .publication(weekOf(week), vintageOf(vintage))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(bytes));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    private static PriceWeek weekOf(String text) {
        try {
            return PriceWeek.parse(text);
        } catch (IllegalArgumentException e) {
            throw StatisticsProblem.NO_SUCH_RELEASE.raise();
        }
    }

    private static Vintage vintageOf(String text) {
        return Arrays.stream(Vintage.values())
                .filter(vintage -> vintage.name().equals(text))
                .findFirst()
                .orElseThrow(StatisticsProblem.NO_SUCH_RELEASE::raise);
    }

    record PricesResponse(String method, List<PriceResponse> rows) {

        static PricesResponse of(List<PublishedPrice> prices) {
            return new PricesResponse(
                    PricePublication.METHOD,
                    prices.stream().map(PriceResponse::of).toList());
        }
    }

    /**
     * Prices are fen for a tonne, delivered in the city, without tax, paid on receipt.
     *
     * @param week like <code>2026-W47</code>
     * @param monday its first day
     * @param area of the sixteen, or ZZ for the whole city
     * @param sellers how many groups, a band
     * @param buyers how many groups, a band
     * @param tonnes a band
     * @param lowFen lower end of the 95 % interval of the mean
     * @param highFen its upper end
     * @param holdsCaps no group and no trade had more weight than the caps allow
     * @param logSize of the checkpoint that it was computed at
     */
    record PriceResponse(
            String week,
            LocalDate monday,
            Vintage vintage,
            PriceLevel level,
            String material,
            String area,
            int trades,
            int outliers,
            String sellers,
            String buyers,
            String tonnes,
            long vwapFen,
            long medianFen,
            long p10Fen,
            long p90Fen,
            long lowFen,
            long highFen,
            long effectiveGroupsMilli,
            boolean holdsCaps,
            long logSize,
            Instant publishedAt) {

        static PriceResponse of(PublishedPrice price) {
            return new PriceResponse(
                    price.week().toString(),
                    price.week().monday(),
                    price.vintage(),
                    price.level(),
                    price.material(),
                    PriceTables.areaOf(price),
                    price.trades(),
                    price.outliers(),
                    price.sellers(),
                    price.buyers(),
                    price.tonnes(),
                    price.vwapFen(),
                    price.medianFen(),
                    price.p10Fen(),
                    price.p90Fen(),
                    price.lowFen(),
                    price.highFen(),
                    price.effectiveGroupsMilli(),
                    price.holdsCaps(),
                    price.logSize(),
                    price.publishedAt());
        }
    }

    record ReleasesResponse(List<ReleaseResponse> items) {}

    /** @param sha256 of the publication, as it is in the log */
    record ReleaseResponse(String week, Vintage vintage, Instant publishedAt, String sha256, long logSize) {

        static ReleaseResponse of(PriceRelease release) {
            return new ReleaseResponse(
                    release.week().toString(), release.vintage(), release.at(), release.sha256(), release.size());
        }
    }
}
