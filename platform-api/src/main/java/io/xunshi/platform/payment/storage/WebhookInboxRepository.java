package io.xunshi.platform.payment.storage;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What the provider sent. */
@Repository
public class WebhookInboxRepository {
    private final DatabaseClient database;

    WebhookInboxRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where it was received before. */
    public Mono<Boolean> add(String providerEventId, String payload, Instant at) {
        return database.sql("""
                        insert into payment.webhook_inbox (provider_event_id, payload, received_at)
                        values (:id, :payload, :at)
                        on conflict do nothing
                        """)
                .bind("id", providerEventId)
                .bind("payload", payload)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
