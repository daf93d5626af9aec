package io.xunshi.platform.pricing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.pricing.domain.Series;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which reference prices are kept. */
@Repository
public class SeriesRepository {
    private final DatabaseClient database;

    SeriesRepository(DatabaseClient database) {
        this.database = database;
    }

    /** By code. */
    public Flux<Series> all() {
        return database.sql("select code, calendar, name_zh, name_en, source from pricing.series order by code")
                .map(SeriesRepository::series)
                .all();
    }

    public Mono<Series> find(String code) {
        return database.sql("select code, calendar, name_zh, name_en, source from pricing.series where code = :code")
                .bind("code", code)
                .map(SeriesRepository::series)
                .one();
    }

    /** False where there is one of the code. */
    public Mono<Boolean> add(Series series) {
        return database.sql("""
                        insert into pricing.series (code, calendar, name_zh, name_en, source)
                        values (:code, :calendar, :zh, :en, :source)
                        """)
                .bind("code", series.code())
                .bind("calendar", series.calendar())
                .bind("zh", series.nameZh())
                .bind("en", series.nameEn())
                .bind("source", series.source())
                .fetch()
                .rowsUpdated()
                .thenReturn(true)
                .onErrorReturn(DuplicateKeyException.class, false);
    }

    private static Series series(Readable row) {
        return new Series(
                required(row, "code", String.class),
                required(row, "calendar", String.class),
                required(row, "name_zh", String.class),
                required(row, "name_en", String.class),
                required(row, "source", String.class));
    }
}
