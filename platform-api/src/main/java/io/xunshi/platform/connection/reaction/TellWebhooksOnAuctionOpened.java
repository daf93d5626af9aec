package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.auction.AuctionEvents.AuctionOpened;
import io.xunshi.platform.auction.Auctions;
import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The seller, and who has paid a deposit. */
@Component
class TellWebhooksOnAuctionOpened {
    private final TellWebhooks tellWebhooks;
    private final Auctions auctions;

    TellWebhooksOnAuctionOpened(TellWebhooks tellWebhooks, Auctions auctions) {
        this.tellWebhooks = tellWebhooks;
        this.auctions = auctions;
    }

    @DomainEventHandler
    Mono<Void> on(AuctionOpened event) {
        return auctions.biddersAt(event.auctionId())
                .startWith(event.auction().seller())
                .collectList()
                .flatMap(concerned -> tellWebhooks.tell(
                        concerned,
                        new News(
                                WebhookType.AUCTION_OPENED,
                                event.at(),
                                "/api/v1/auctions/" + event.auctionId(),
                                Map.of(
                                        "auctionId", event.auctionId().value(),
                                        "code", event.auction().code(),
                                        "materialCode", event.auction().materialCode()))));
    }
}
