package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.matching.MatchingEvents.OffersMatched;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides, though a person hears of it only from who was there first: a system reads no lists. */
@Component
class TellWebhooksOnOffersMatched {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnOffersMatched(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(OffersMatched event) {
        return tellWebhooks.tell(
                List.of(event.seller(), event.buyer()),
                new News(
                        WebhookType.DEMAND_MATCHED,
                        event.at(),
                        "/api/v1/demands/" + event.demandId(),
                        Map.of(
                                "demandId", event.demandId(),
                                "lotId", event.lotId().value())));
    }
}
