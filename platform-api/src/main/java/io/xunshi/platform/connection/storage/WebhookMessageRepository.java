package io.xunshi.platform.connection.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.connection.domain.Delivery.Message;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** News for endpoints. */
@Repository
public class WebhookMessageRepository {
    private final DatabaseClient database;

    WebhookMessageRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Keeps a message where the organisation has an endpoint, of whatever state, so that it can be replayed to one; and
     * has it delivered to those that have chosen its type.
     */
    public Mono<Void> add(OrganisationId organisation, Message message, Instant now) {
        return database.sql("""
                        with kept as (
                            insert into connection.webhook_message (id, organisation_id, type, happened_at, made_at, body)
                            select :id, :organisation, :type, :happened, :now, :body
                            where exists (
                                select from connection.webhook_endpoint
                                where organisation_id = :organisation and removed_at is null)
                            returning id)
                        insert into connection.webhook_delivery (id, endpoint, message, state, next_at, made_at)
                        select gen_random_uuid(), webhook_endpoint.id, kept.id, 'WAITING', :now, :now
                        from kept, connection.webhook_endpoint
                        where organisation_id = :organisation and removed_at is null and state <> 'FAILED'
                          and :type = any(event_types)
                        """)
                .bind("id", message.id())
                .bind("organisation", organisation.value())
                .bind("type", message.type())
                .bind("happened", message.happenedAt())
                .bind("now", now)
                .bind("body", message.body())
                .then();
    }

    /** The delivery of a message to one endpoint. */
    public Mono<UUID> addFor(UUID endpoint, OrganisationId organisation, Message message, Instant now) {
        return database.sql("""
                        with kept as (
                            insert into connection.webhook_message (id, organisation_id, type, happened_at, made_at, body)
                            values (:id, :organisation, :type, :happened, :now, :body)
                            returning id)
                        insert into connection.webhook_delivery (id, endpoint, message, state, next_at, made_at)
                        select gen_random_uuid(), :endpoint, id, 'WAITING', :now, :now from kept
                        returning id
                        """)
                .bind("endpoint", endpoint)
                .bind("id", message.id())
                .bind("organisation", organisation.value())
                .bind("type", message.type())
                .bind("happened", message.happenedAt())
                .bind("now", now)
                .bind("body", message.body())
                .map(row -> required(row, "id", UUID.class))
                .one();
    }

    /** With their deliveries and attempts. */
    public Mono<Void> forget(Instant before, int limit) {
        return database.sql("""
                        delete from connection.webhook_message
                        where id in (
                            select id from connection.webhook_message where made_at < :before order by made_at limit :limit)
                        """).bind("before", before).bind("limit", limit).then();
    }
}
