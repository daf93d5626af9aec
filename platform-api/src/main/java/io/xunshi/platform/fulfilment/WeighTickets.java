package io.xunshi.platform.fulfilment;

import io.xunshi.platform.organisation.OrganisationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What scales said, for observers who look for patterns in many tickets. */
public interface WeighTickets {

    /**
     * As {@link FulfilmentEvents.LoadWeighed} tells of it; empty where pieces were counted.
     *
     * @param hash of the ticket
     */
    Mono<TicketView> find(UUID loadId, String hash);

    /**
     * One ticket; weights are grams.
     *
     * @param weigher whose scale it was; null for a third one, which is in nobody's register
     * @param scale the weighbridge's number in its weigher's register
     */
    record TicketView(@Nullable OrganisationId weigher, String scale, String plate, long grossGrams, long tareGrams) {}
}
