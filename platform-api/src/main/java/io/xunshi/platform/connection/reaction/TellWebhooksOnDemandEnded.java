package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.exchange.DemandEvents.DemandEnded;
import io.xunshi.platform.exchange.Demands;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer of a demand. */
@Component
class TellWebhooksOnDemandEnded {
    private final TellWebhooks tellWebhooks;
    private final Demands demands;

    TellWebhooksOnDemandEnded(TellWebhooks tellWebhooks, Demands demands) {
        this.tellWebhooks = tellWebhooks;
        this.demands = demands;
    }

    @DomainEventHandler
    Mono<Void> on(DemandEnded event) {
        return demands.buyerOf(event.demandId())
                .flatMap(buyer -> tellWebhooks.tell(
                        List.of(buyer),
                        new News(
                                WebhookType.DEMAND_ENDED,
                                event.at(),
                                "/api/v1/demands/" + event.demandId(),
                                Map.of("demandId", event.demandId()))));
    }
}
