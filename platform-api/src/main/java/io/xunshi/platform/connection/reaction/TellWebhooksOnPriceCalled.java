package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.fulfilment.FulfilmentEvents.PriceCalled;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides of a delivery whose price is called. */
@Component
class TellWebhooksOnPriceCalled {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnPriceCalled(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(PriceCalled event) {
        var deal = event.seal();
        return tellWebhooks.tell(
                List.of(deal.seller(), deal.buyer()),
                new News(
                        WebhookType.PRICE_CALLED,
                        event.at(),
                        "/api/v1/deals/" + event.dealId() + "/fulfilment",
                        Map.of(
                                "dealId", event.dealId().value(),
                                "code", deal.code(),
                                "seller", deal.seller().value(),
                                "buyer", deal.buyer().value(),
                                "number", event.number(),
                                "day", event.day().toString(),
                                "grams", event.grams(),
                                "leftGrams", event.leftGrams())));
    }
}
