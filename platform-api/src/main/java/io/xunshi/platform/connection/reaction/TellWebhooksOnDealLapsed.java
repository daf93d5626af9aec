package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.deal.DealEvents.DealLapsed;
import io.xunshi.platform.deal.Deals;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides of a deal. */
@Component
class TellWebhooksOnDealLapsed {
    private final TellWebhooks tellWebhooks;
    private final Deals deals;

    TellWebhooksOnDealLapsed(TellWebhooks tellWebhooks, Deals deals) {
        this.tellWebhooks = tellWebhooks;
        this.deals = deals;
    }

    @DomainEventHandler
    Mono<Void> on(DealLapsed event) {
        return deals.find(event.dealId())
                .flatMap(deal -> tellWebhooks.tell(
                        List.of(deal.seller(), deal.buyer()),
                        new News(
                                WebhookType.DEAL_LAPSED,
                                event.at(),
                                "/api/v1/deals/" + event.dealId(),
                                Map.of(
                                        "dealId", event.dealId().value(),
                                        "code", deal.code(),
                                        "sellerSigned", event.sellerSigned(),
                                        "buyerSigned", event.buyerSigned()))));
    }
}
