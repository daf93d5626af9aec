package io.xunshi.platform.audit;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.kernel.CityTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** A saved query that is a select; the storage package of its module extends this. */
public abstract class SelectedFindings implements SavedQuery {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;
    private final int question;
    private final String select;

    /**
     * @param findings a select of code, subject, organisation (both may be null, as uuid), at and facts, a JSON object
     *     without people
     */
    protected SelectedFindings(DatabaseClient database, int question, String findings) {
        this.database = database;
        this.question = question;
        this.select = """
                select code, subject, organisation, at, facts from (%s) as finding
                where at >= :from and at < :until
                order by at desc, code
                limit :limit
                """.formatted(findings);
    }

    @Override
    public int question() {
        return question;
    }

    @Override
    public Flux<Finding> find(LocalDate first, LocalDate last, int limit) {
        return database.sql(select)
                .bind("from", first.atStartOfDay(CityTime.ZONE).toInstant())
                .bind("until", last.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant())
                .bind("limit", limit)
                .map(SelectedFindings::finding)
                .all();
    }

    private static Finding finding(Readable row) {
        return new Finding(
                required(row, "code", String.class),
                row.get("subject", UUID.class),
                row.get("organisation", UUID.class),
                required(row, "at", Instant.class),
                facts(required(row, "facts", Json.class)));
    }

    private static SortedMap<String, String> facts(Json stored) {
        var facts = new TreeMap<String, String>();
        JSON.readTree(stored.asString())
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        return facts;
    }
}
