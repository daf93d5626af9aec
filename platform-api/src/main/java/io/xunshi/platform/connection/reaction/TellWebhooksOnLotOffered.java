package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.exchange.LotEvents.LotOffered;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The seller of a lot. */
@Component
class TellWebhooksOnLotOffered {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnLotOffered(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(LotOffered event) {
        return tellWebhooks.tell(
                List.of(event.seller()),
                new News(
                        WebhookType.LOT_PUBLISHED,
                        event.at(),
                        "/api/v1/lots/" + event.lotId(),
                        Map.of("lotId", event.lotId().value())));
    }
}
