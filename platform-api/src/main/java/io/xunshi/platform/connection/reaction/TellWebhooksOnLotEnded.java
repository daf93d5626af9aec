package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.exchange.LotEvents.LotEnded;
import io.xunshi.platform.exchange.Lots;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The seller of a lot. */
@Component
class TellWebhooksOnLotEnded {
    private final TellWebhooks tellWebhooks;
    private final Lots lots;

    TellWebhooksOnLotEnded(TellWebhooks tellWebhooks, Lots lots) {
        this.tellWebhooks = tellWebhooks;
        this.lots = lots;
    }

    @DomainEventHandler
    Mono<Void> on(LotEnded event) {
        return lots.find(event.lotId())
                .flatMap(lot -> tellWebhooks.tell(
                        List.of(lot.seller()),
                        new News(
                                WebhookType.LOT_ENDED,
                                event.at(),
                                "/api/v1/lots/" + event.lotId(),
                                Map.of("lotId", event.lotId().value(), "code", lot.code()))));
    }
}
