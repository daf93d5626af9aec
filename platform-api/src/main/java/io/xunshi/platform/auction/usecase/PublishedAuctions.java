package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.Auctions;
import io.xunshi.platform.auction.domain.Deposit;
import io.xunshi.platform.auction.storage.DepositRepository;
import io.xunshi.platform.organisation.OrganisationId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Answers other modules. */
@Component
class PublishedAuctions implements Auctions {
    private final DepositRepository deposits;

    PublishedAuctions(DepositRepository deposits) {
        this.deposits = deposits;
    }

    @Override
    public Flux<OrganisationId> biddersAt(AuctionId id) {
        return deposits.findOf(id).map(Deposit::bidder).distinct();
    }
}
