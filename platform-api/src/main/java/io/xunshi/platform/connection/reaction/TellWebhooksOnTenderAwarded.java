package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import io.xunshi.platform.tender.TenderEvents.TenderAwarded;
import io.xunshi.platform.tender.Tenders;
import java.util.Map;
import java.util.stream.Stream;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer and all who quoted. */
@Component
class TellWebhooksOnTenderAwarded {
    private final TellWebhooks tellWebhooks;
    private final Tenders tenders;

    TellWebhooksOnTenderAwarded(TellWebhooks tellWebhooks, Tenders tenders) {
        this.tellWebhooks = tellWebhooks;
        this.tenders = tenders;
    }

    @DomainEventHandler
    Mono<Void> on(TenderAwarded event) {
        return tenders.partiesOf(event.tenderId())
                .flatMap(parties -> tellWebhooks.tell(
                        Stream.concat(Stream.of(parties.buyer()), parties.suppliers().stream())
                                .toList(),
                        new News(
                                WebhookType.TENDER_AWARDED,
                                event.at(),
                                "/api/v1/tenders/" + event.tenderId(),
                                Map.of("tenderId", event.tenderId().value(), "code", parties.code()))));
    }
}
