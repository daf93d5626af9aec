package io.xunshi.platform.fulfilment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.fulfilment.WeighTickets;
import io.xunshi.platform.organisation.OrganisationId;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads single tickets with whose scale said it. */
@Repository
class WeighTicketRepository implements WeighTickets {
    private final DatabaseClient database;

    WeighTicketRepository(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<TicketView> find(UUID loadId, String hash) {
        return database.sql("""
                        select case ticket.scale when 'SELLER' then head.seller when 'BUYER' then head.buyer end as weigher,
                               ticket.device, ticket.plate, ticket.gross_grams, ticket.tare_grams
                        from fulfilment.ticket
                        join fulfilment.fulfilment as head on head.deal = ticket.deal
                        where ticket.load = :load and ticket.content_hash = :hash
                        """)
                .bind("load", loadId)
                .bind("hash", hash)
                .map(row -> {
                    var weigher = row.get("weigher", UUID.class);
                    return new TicketView(
                            weigher == null ? null : new OrganisationId(weigher),
                            required(row, "device", String.class),
                            required(row, "plate", String.class),
                            required(row, "gross_grams", Long.class),
                            required(row, "tare_grams", Long.class));
                })
                .one();
    }
}
