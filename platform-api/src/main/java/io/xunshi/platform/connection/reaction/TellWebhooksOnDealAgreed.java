package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.deal.DealEvents.DealAgreed;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides, who have to sign. */
@Component
class TellWebhooksOnDealAgreed {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnDealAgreed(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(DealAgreed event) {
        return tellWebhooks.tell(
                List.of(event.seller(), event.buyer()),
                new News(
                        WebhookType.DEAL_AGREED,
                        event.at(),
                        "/api/v1/deals/" + event.dealId(),
                        Map.of(
                                "dealId", event.dealId().value(),
                                "code", event.code(),
                                "lotId", event.lotId().value(),
                                "seller", event.seller().value(),
                                "buyer", event.buyer().value(),
                                "materialCode", event.materialCode(),
                                "quantity", event.quantity(),
                                "price", event.price(),
                                "signBy", event.signBy())));
    }
}
