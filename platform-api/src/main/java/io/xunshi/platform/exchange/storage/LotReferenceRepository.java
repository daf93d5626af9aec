package io.xunshi.platform.exchange.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.organisation.OrganisationId;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The numbers that sellers have given their lots themselves, each of one lot for ever. */
@Repository
public class LotReferenceRepository {
    private final DatabaseClient database;

    LotReferenceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where another lot of the seller has it. */
    public Mono<Boolean> add(OrganisationId seller, String reference, LotId lot) {
        return database.sql("""
                        insert into exchange.lot_reference (seller, reference, lot_id)
                        values (:seller, :reference, :lot)
                        on conflict (seller, reference) do nothing
                        """)
                .bind("seller", seller.value())
                .bind("reference", reference)
                .bind("lot", lot.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** All of a seller's. */
    public Mono<Map<String, LotId>> findOf(OrganisationId seller) {
        return database.sql("select reference, lot_id from exchange.lot_reference where seller = :seller")
                .bind("seller", seller.value())
                .map(row -> Map.entry(
                        required(row, "reference", String.class), new LotId(required(row, "lot_id", UUID.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
