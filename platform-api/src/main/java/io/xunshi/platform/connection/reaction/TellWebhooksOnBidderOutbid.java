package io.xunshi.platform.connection.reaction;

import io.xunshi.platform.auction.AuctionEvents.BidderOutbid;
import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.TellWebhooks;
import io.xunshi.platform.connection.usecase.TellWebhooks.News;
import java.util.List;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who was ahead. */
@Component
class TellWebhooksOnBidderOutbid {
    private final TellWebhooks tellWebhooks;

    TellWebhooksOnBidderOutbid(TellWebhooks tellWebhooks) {
        this.tellWebhooks = tellWebhooks;
    }

    @DomainEventHandler
    Mono<Void> on(BidderOutbid event) {
        return tellWebhooks.tell(
                List.of(event.bidder()),
                new News(
                        WebhookType.AUCTION_OUTBID,
                        event.at(),
                        "/api/v1/auctions/" + event.auctionId(),
                        Map.of("auctionId", event.auctionId().value(), "priceFen", event.priceFen())));
    }
}
