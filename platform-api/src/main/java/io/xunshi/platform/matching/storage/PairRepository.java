package io.xunshi.platform.matching.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.exchange.FittingOffers.Pair;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lots and demands of which somebody was told that they fit. */
@Repository
public class PairRepository {
    private final DatabaseClient database;

    PairRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Those of the pairs that nobody was told of, which are told now; of two who try at once one gets each. */
    public Flux<Pair> claim(List<Pair> pairs, Instant now) {
        return database.sql("""
                        insert into matching.told_pair (demand, lot, told_at)
                        select demand, lot, :now from unnest(:demands, :lots) as pair (demand, lot)
                        order by demand, lot
                        on conflict do nothing
                        returning demand, lot
                        """)
                .bind("now", now)
                .bind("demands", pairs.stream().map(Pair::demand).toArray(UUID[]::new))
                .bind("lots", pairs.stream().map(pair -> pair.lot().value()).toArray(UUID[]::new))
                .map(row -> new Claimed(required(row, "demand", UUID.class), required(row, "lot", UUID.class)))
                .all()
                .collectList()
                .flatMapIterable(claimed -> pairs.stream()
                        .filter(pair -> claimed.contains(
                                new Claimed(pair.demand(), pair.lot().value())))
                        .toList());
    }

    public Mono<Void> forget(UUID demand) {
        return database.sql("delete from matching.told_pair where demand = :demand")
                .bind("demand", demand)
                .then();
    }

    private record Claimed(UUID demand, UUID lot) {}
}
