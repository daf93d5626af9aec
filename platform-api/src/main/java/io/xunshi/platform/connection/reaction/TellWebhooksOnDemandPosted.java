package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.exchange.DemandEvents.DemandPosted;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer of a demand. */
@Component
class TellWebhooksOnDemandPosted {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnDemandPosted(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(DemandPosted event) {
        return tellWebhooks.tell(
                List.of(event.buyer()),
                new News(
                        WebhookType.DEMAND_PUBLISHED,
                        event.at(),
                        "/api/v1/demands/" + event.demandId(),
                        Map.of("demandId", event.demandId())));
    }
}
