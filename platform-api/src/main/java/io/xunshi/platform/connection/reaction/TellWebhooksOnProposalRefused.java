package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.deal.ProposalEvents.ProposalRefused;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides of a negotiation. */
@Component
class TellWebhooksOnProposalRefused {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnProposalRefused(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(ProposalRefused event) {
        return tellWebhooks.tell(
                List.of(event.seller(), event.buyer()),
                new News(
                        WebhookType.PROPOSAL_REFUSED,
                        event.at(),
                        "/api/v1/lots/" + event.lotId(),
                        Map.of(
                                "proposalId", event.proposalId(),
                                "lotId", event.lotId().value(),
                                "seller", event.seller().value(),
                                "buyer", event.buyer().value())));
    }
}
