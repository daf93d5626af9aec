package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.Auctions;
import io.xunshi.platform.auction.EnglishRecord;
import io.xunshi.platform.auction.EnglishRecord.NamedBid;
import io.xunshi.platform.auction.domain.Bid;
import io.xunshi.platform.auction.domain.Deposit;
import io.xunshi.platform.auction.domain.EnglishAuction;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.storage.AuctionRepository;
import io.xunshi.platform.auction.storage.BidRepository;
import io.xunshi.platform.auction.storage.DepositRepository;
import io.xunshi.platform.organisation.OrganisationId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers other modules. */
@Component
class PublishedAuctions implements Auctions {
    private final DepositRepository deposits;
    private final AuctionRepository sales;
    private final BidRepository bids;

    PublishedAuctions(DepositRepository deposits, AuctionRepository sales, BidRepository bids) {
        this.deposits = deposits;
        this.sales = sales;
        this.bids = bids;
    }

    @Override
    public Flux<OrganisationId> biddersAt(AuctionId id) {
        return deposits.findOf(id).map(Deposit::bidder).distinct();
    }

    @Override
    public Mono<EnglishRecord> englishRecord(AuctionId id) {
        return sales.find(id)
                .filter(sale -> isDecided(sale.state()))
                .flatMap(sale ->
                        sale.bidding() instanceof EnglishAuction english ? record(sale, english) : Mono.empty());
    }

    private static boolean isDecided(AuctionState state) {
        return switch (state) {
            case AWARDED, CONTRACTED, FAILED -> true;
            case DRAFT,
                    PUBLISHED,
                    INSPECTION,
                    OPEN,
                    EXTENDED,
                    REVEALING,
                    FINAL_ROUND,
                    FINAL_REVEALING,
                    CLOSED_PENDING_RESERVE,
                    CANCELLED -> false;
        };
    }

    private Mono<EnglishRecord> record(Sale sale, EnglishAuction english) {
        return deposits.findOf(sale.id())
                .collectMap(Deposit::paddle, Deposit::bidder)
                .flatMap(bidders -> bids.findAll(sale.id())
                        .filter(bid -> bid.kind() == Bid.Kind.BID)
                        .map(bid -> new NamedBid(
                                Objects.requireNonNull(bidders.get(bid.paddle())), bid.at(), bid.priceFen()))
                        .collectList()
                        .map(named -> new EnglishRecord(
                                sale.lot().seller(),
                                sale.lot().material(),
                                sale.hours().opensAt(),
                                english.endsAt(),
                                english.terms().startFen(),
                                winner(sale, bidders),
                                named)));
    }

    private static @Nullable OrganisationId winner(Sale sale, Map<Integer, OrganisationId> bidders) {
        return sale.awards().isEmpty()
                ? null
                : bidders.get(sale.awards().getFirst().award().paddle());
    }
}
