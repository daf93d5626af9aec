package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.payment.PaymentEvents.PayoutEnded;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The organisation whose balance it was; people have no endpoints. */
@Component
class TellWebhooksOnPayoutEnded {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnPayoutEnded(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(PayoutEnded event) {
        return tellWebhooks.tell(
                List.of(new OrganisationId(event.payee())),
                new News(
                        WebhookType.PAYOUT_ENDED,
                        event.at(),
                        "/api/v1/organisations/" + event.payee() + "/payouts",
                        Map.of("payoutId", event.payoutId(), "amount", event.amount(), "paid", event.paid())));
    }
}
