package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.deal.DealEvents.DealSigned;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides of a deal. */
@Component
class TellWebhooksOnDealSigned {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnDealSigned(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(DealSigned event) {
        var deal = event.deal();
        return tellWebhooks.tell(
                List.of(deal.seller(), deal.buyer()),
                new News(
                        WebhookType.DEAL_SIGNED,
                        event.at(),
                        "/api/v1/deals/" + event.dealId(),
                        Map.of(
                                "dealId", event.dealId().value(),
                                "code", deal.code(),
                                "seller", deal.seller().value(),
                                "buyer", deal.buyer().value(),
                                "materialCode", deal.materialCode(),
                                "value", deal.value(),
                                "contractHash", deal.contractHash())));
    }
}
