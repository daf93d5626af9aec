package io.xunshi.platform.surveillance.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.surveillance.domain.Fact;
import io.xunshi.platform.surveillance.domain.Fact.Weighing;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Weigh tickets as facts. */
@Repository
public class WeighingRepository {
    private static final String SELECT = """
            select hash, deal, code, at, load, weigher, scale, plate, gross_grams, tare_grams
            from surveillance.weighing
            """;

    private final DatabaseClient database;

    WeighingRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Once, however often it is told. */
    public Mono<Void> add(Weighing weighing) {
        var weigher = weighing.weigher();
        return database.sql("""
                        insert into surveillance.weighing
                            (hash, deal, code, at, load, weigher, scale, plate, gross_grams, tare_grams)
                        values (:hash, :deal, :code, :at, :load, :weigher, :scale, :plate, :gross, :tare)
                        on conflict (hash) do nothing
                        """)
                .bind("hash", weighing.hash())
                .bind("deal", weighing.trade())
                .bind("code", weighing.code())
                .bind("at", weighing.at())
                .bind("load", weighing.load())
                .bind("weigher", weigher == null ? Parameters.in(UUID.class) : Parameters.in(weigher.value()))
                .bind("scale", weighing.scale())
                .bind("plate", weighing.plate())
                .bind("gross", weighing.grossGrams())
                .bind("tare", weighing.tareGrams())
                .then();
    }

    /** In the order in which they happened. */
    public Flux<Weighing> findNew(int limit) {
        return database.sql(SELECT + "where not is_judged order by at, hash limit :limit")
                .bind("limit", limit)
                .map(WeighingRepository::weighing)
                .all();
    }

    /** In the order in which they happened. */
    public Flux<Weighing> findOfPlates(Collection<String> plates, Instant after, Instant until) {
        return database.sql(SELECT + "where plate = any(:plates) and at > :after and at <= :until order by at, hash")
                .bind("plates", plates.toArray(String[]::new))
                .bind("after", after)
                .bind("until", until)
                .map(WeighingRepository::weighing)
                .all();
    }

    /** Of all scales of some weighers, in the order in which they happened. */
    public Flux<Weighing> findOfWeighers(Collection<OrganisationId> weighers, Instant after, Instant until) {
        return database.sql(
                        SELECT + "where weigher = any(:weighers) and at > :after and at <= :until order by at, hash")
                .bind("weighers", weighers.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .bind("after", after)
                .bind("until", until)
                .map(WeighingRepository::weighing)
                .all();
    }

    public Mono<Void> markJudged(Collection<Weighing> weighings) {
        return database.sql("update surveillance.weighing set is_judged = true where hash = any(:hashes)")
                .bind("hashes", weighings.stream().map(Fact::hash).toArray(String[]::new))
                .then();
    }

    private static Weighing weighing(Readable row) {
        var weigher = row.get("weigher", UUID.class);
        return new Weighing(
                required(row, "deal", UUID.class),
                required(row, "code", String.class),
                required(row, "at", Instant.class),
                required(row, "hash", String.class),
                required(row, "load", UUID.class),
                weigher == null ? null : new OrganisationId(weigher),
                required(row, "scale", String.class),
                required(row, "plate", String.class),
                required(row, "gross_grams", Long.class),
                required(row, "tare_grams", Long.class));
    }
}
