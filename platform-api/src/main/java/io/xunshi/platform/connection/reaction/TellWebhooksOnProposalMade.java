package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.deal.ProposalEvents.ProposalMade;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides of a negotiation. */
@Component
class TellWebhooksOnProposalMade {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnProposalMade(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(ProposalMade event) {
        return tellWebhooks.tell(
                List.of(event.seller(), event.buyer()),
                new News(
                        WebhookType.PROPOSAL_MADE,
                        event.at(),
                        "/api/v1/lots/" + event.lotId(),
                        Map.of(
                                "proposalId", event.proposalId(),
                                "lotId", event.lotId().value(),
                                "seller", event.seller().value(),
                                "buyer", event.buyer().value(),
                                "by", event.bySeller() ? "SELLER" : "BUYER",
                                "number", event.number(),
                                "quantity", event.quantity(),
                                "price", event.price(),
                                "validUntil", event.validUntil())));
    }
}
