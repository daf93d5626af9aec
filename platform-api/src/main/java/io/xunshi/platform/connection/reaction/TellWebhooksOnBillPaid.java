package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.clearing.ClearingEvents.BillPaid;
import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides of a deal. */
@Component
class TellWebhooksOnBillPaid {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnBillPaid(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(BillPaid event) {
        var deal = event.deal();
        return tellWebhooks.tell(
                List.of(deal.seller(), deal.buyer()),
                new News(
                        WebhookType.BILL_PAID,
                        event.at(),
                        "/api/v1/deal-bills/" + event.billId(),
                        Map.of(
                                "billId", event.billId(),
                                "dealId", deal.id().value(),
                                "code", deal.code(),
                                "kind", event.kind().name(),
                                "amount", event.amount())));
    }
}
