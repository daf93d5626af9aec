package io.xunshi.platform.audit;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.kernel.CityTime;
import java.time.Instant;
import java.time.Year;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;

/** A figure that is a sum over a select; the storage package of its module extends this. */
public abstract class SelectedFigure implements PlanFigure {
    private final DatabaseClient database;
    private final int indicator;
    private final Span span;
    private final String counted;

    /**
     * @param events a select of code, subject, organisation (both may be null, as uuid), at, area (may be null) and
     *     amount
     */
    protected SelectedFigure(DatabaseClient database, int indicator, Span span, String events) {
        this.database = database;
        this.indicator = indicator;
        this.span = span;
        this.counted = " from (%s) as event where at < :until and %s "
                .formatted(events, span == Span.OF_THE_YEAR ? "at >= :from" : "at >= timestamptz '-infinity'");
    }

    @Override
    public int indicator() {
        return indicator;
    }

    @Override
    public Flux<AreaAmount> byArea(Year year) {
        return in(
                        year,
                        database.sql("select coalesce(area, '') as area, sum(amount)::bigint as amount" + counted
                                + "group by coalesce(area, '') order by 1"))
                .map(row -> new AreaAmount(required(row, "area", String.class), required(row, "amount", Long.class)))
                .all();
    }

    @Override
    public Flux<Finding> events(Year year, @Nullable String area, int limit) {
        return in(
                        year,
                        database.sql(
                                "select code, subject, organisation, at, coalesce(area, '') as area, amount" + counted
                                        + "and (:area = '*' or coalesce(area, '') = :area) order by at desc, code limit :limit"))
                .bind("area", area == null ? "*" : area)
                .bind("limit", limit)
                .map(this::finding)
                .all();
    }

    private GenericExecuteSpec in(Year year, GenericExecuteSpec select) {
        var bound = select.bind("until", beginOf(year.plusYears(1)));
        return span == Span.OF_THE_YEAR ? bound.bind("from", beginOf(year)) : bound;
    }

    private static Instant beginOf(Year year) {
        return year.atDay(1).atStartOfDay(CityTime.ZONE).toInstant();
    }

    private Finding finding(Readable row) {
        return new Finding(
                required(row, "code", String.class),
                row.get("subject", UUID.class),
                row.get("organisation", UUID.class),
                required(row, "at", Instant.class),
                new TreeMap<>(Map.of(
                        "area",
                        required(row, "area", String.class),
                        span == Span.OF_THE_YEAR ? "grams" : "count",
                        required(row, "amount", Long.class).toString())));
    }

    /** Over what is summed. */
    public enum Span {
        /** Grams that moved in the year (流量). */
        OF_THE_YEAR,
        /** Things that are there, and were so by its end (存量). */
        BY_ITS_END
    }
}
