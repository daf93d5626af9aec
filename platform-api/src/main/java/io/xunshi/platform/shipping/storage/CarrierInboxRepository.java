package io.xunshi.platform.shipping.storage;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What the carrier sent. */
@Repository
public class CarrierInboxRepository {
    private final DatabaseClient database;

    CarrierInboxRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where it was received before. */
    public Mono<Boolean> add(String carrierEventId, String reference, Instant at) {
        return database.sql("""
                        insert into shipping.webhook_inbox (carrier_event_id, reference, received_at)
                        values (:id, :reference, :at)
                        on conflict do nothing
                        """)
                .bind("id", carrierEventId)
                .bind("reference", reference)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
