package io.xunshi.platform.statistics.web;

import io.xunshi.platform.http.CsvFile;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.statistics.domain.PublishedPrice;
import io.xunshi.transparency.price.PricePublication;
import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.Vintage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Prices as tables to load; money in yuan. */
final class PriceTables {
    private static final MediaType SDMX_CSV =
            new MediaType("application", "vnd.sdmx.data+csv", Map.of("version", "2.1.0", "charset", "utf-8"));
    private static final List<String> SDMX_COLUMNS = List.of(
            "STRUCTURE",
            "STRUCTURE_ID",
            "ACTION",
            "FREQ",
            "REF_AREA",
            "MATERIAL",
            "INDICATOR",
            "PRICE_BASIS",
            "TIME_PERIOD",
            "OBS_VALUE",
            "UNIT_MEASURE",
            "OBS_STATUS",
            "CONF_STATUS",
            "METHOD_VERSION",
            "VINTAGE",
            "N_BAND",
            "LOG_INDEX");

    private PriceTables() {}

    static CsvFile forSpreadsheets(List<PublishedPrice> prices) {
        var file = new CsvFile()
                .head(
                        "week",
                        "monday",
                        "vintage",
                        "level",
                        "material",
                        "area",
                        "vwap_cny_t",
                        "low_cny_t",
                        "high_cny_t",
                        "median_cny_t",
                        "p10_cny_t",
                        "p90_cny_t",
                        "trades",
                        "outliers",
                        "sellers",
                        "buyers",
                        "tonnes",
                        "caps_held",
                        "method",
                        "log_size",
                        "published_at");
        prices.forEach(price -> file.row(
                price.week().toString(),
                price.week().monday(),
                price.vintage(),
                price.level(),
                price.material(),
                areaOf(price),
                yuan(price.vwapFen()),
                yuan(price.lowFen()),
                yuan(price.highFen()),
                yuan(price.medianFen()),
                yuan(price.p10Fen()),
                yuan(price.p90Fen()),
                price.trades(),
                price.outliers(),
                price.sellers(),
                price.buyers(),
                price.tonnes(),
                price.holdsCaps(),
                PricePublication.METHOD,
                price.logSize(),
                price.publishedAt()));
        return file;
    }

    /**
     * SDMX-CSV 2.1: no mark before the first column, one line for each indicator. What may not be shown has no line,
     * since a line would tell that there is something.
     */
    static ResponseEntity<String> sdmx(List<PublishedPrice> prices) {
        var lines = new StringBuilder(String.join(",", SDMX_COLUMNS)).append("\r\n");
        prices.forEach(price -> indicators(price)
                .forEach((indicator, fen) -> lines.append(String.join(",", cells(price, indicator, fen)))
                        .append("\r\n")));
        return ResponseEntity.ok().contentType(SDMX_CSV).body(lines.toString());
    }

    /** As it is asked for. */
    static String areaOf(PublishedPrice price) {
        return price.area().isEmpty() ? PricesRequest.CITY : price.area();
    }

    private static Map<String, Long> indicators(PublishedPrice price) {
        return new TreeMap<>(Map.of(
                "VWAP", price.vwapFen(),
                "VWAP_LOW", price.lowFen(),
                "VWAP_HIGH", price.highFen(),
                "MEDIAN", price.medianFen(),
                "P10", price.p10Fen(),
                "P90", price.p90Fen()));
    }

    private static List<String> cells(PublishedPrice price, String indicator, long fen) {
        return List.of(
                "dataflow",
                "ZZRR:PRICE(1.0.0)",
                "R",
                "W",
                areaOf(price),
                price.level() == PriceLevel.PARENT ? price.material() + "_OTHER" : price.material(),
                indicator,
                "DLV_EXVAT",
                price.week().toString(),
                yuan(fen).toPlainString(),
                "CNY_T",
                price.vintage() == Vintage.P ? "P" : "A",
                "F",
                PricePublication.METHOD,
                LocalDate.ofInstant(price.publishedAt(), CityTime.ZONE).toString(),
                price.sellers(),
                Long.toString(price.logSize()));
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
