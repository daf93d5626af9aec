package io.xunshi.platform.surveillance.usecase;

import io.xunshi.platform.fulfilment.FulfilmentEvents.LoadWeighed;
import io.xunshi.platform.fulfilment.WeighTickets;
import io.xunshi.platform.fulfilment.WeighTickets.TicketView;
import io.xunshi.platform.surveillance.domain.Fact.Weighing;
import io.xunshi.platform.surveillance.storage.WeighingRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes what a scale said; of pieces there is nothing to note. Joins the caller's transaction. */
@Component
public class NoteWeighing {
    private final WeighTickets tickets;
    private final WeighingRepository facts;

    NoteWeighing(WeighTickets tickets, WeighingRepository facts) {
        this.tickets = tickets;
        this.facts = facts;
    }

    public Mono<Void> weighed(LoadWeighed event) {
        return tickets.find(event.loadId(), event.seal().hash())
                .map(ticket -> fact(event, ticket))
                .flatMap(facts::add);
    }

    private static Weighing fact(LoadWeighed event, TicketView ticket) {
        return new Weighing(
                event.dealId().value(),
                event.seal().code(),
                event.at(),
                event.seal().hash(),
                event.loadId(),
                ticket.weigher(),
                ticket.scale(),
                ticket.plate(),
                ticket.grossGrams(),
                ticket.tareGrams());
    }
}
