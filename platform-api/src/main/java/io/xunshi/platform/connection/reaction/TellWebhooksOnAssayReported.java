package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.fulfilment.FulfilmentEvents.AssayReported;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides of a delivery; what was read stays sealed until both have. */
@Component
class TellWebhooksOnAssayReported {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnAssayReported(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(AssayReported event) {
        var deal = event.seal();
        return tellWebhooks.tell(
                List.of(deal.seller(), deal.buyer()),
                new News(
                        WebhookType.ASSAY_REPORTED,
                        event.at(),
                        "/api/v1/deals/" + event.dealId() + "/fulfilment",
                        Map.of(
                                "dealId", event.dealId().value(),
                                "code", deal.code(),
                                "seller", deal.seller().value(),
                                "buyer", deal.buyer().value())));
    }
}
