package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.exchange.LotEvents.LotSold;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides of a lot that is sold. */
@Component
class TellWebhooksOnLotSold {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnLotSold(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(LotSold event) {
        return tellWebhooks.tell(
                List.of(event.seller(), event.buyer()),
                new News(
                        WebhookType.LOT_SOLD,
                        event.at(),
                        "/api/v1/lots/" + event.lotId(),
                        Map.of(
                                "lotId",
                                event.lotId().value(),
                                "seller",
                                event.seller().value(),
                                "buyer",
                                event.buyer().value())));
    }
}
