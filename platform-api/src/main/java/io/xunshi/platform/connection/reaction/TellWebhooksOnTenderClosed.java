package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.tender.TenderEvents.TenderClosed;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer, who can read the quotes now. */
@Component
class TellWebhooksOnTenderClosed {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnTenderClosed(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(TenderClosed event) {
        return tellWebhooks.tell(
                List.of(event.tender().buyer()),
                new News(
                        WebhookType.TENDER_CLOSED,
                        event.at(),
                        "/api/v1/tenders/" + event.tenderId(),
                        Map.of(
                                "tenderId",
                                event.tenderId().value(),
                                "code",
                                event.tender().code(),
                                "quotes",
                                event.quotes())));
    }
}
