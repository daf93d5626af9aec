package io.xunshi.platform.auction.storage;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.AwardedDeal;
import io.xunshi.platform.auction.domain.Bidding;
import io.xunshi.platform.auction.domain.DutchAuction;
import io.xunshi.platform.auction.domain.EnglishAuction;
import io.xunshi.platform.auction.domain.PartBid;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SealedAuction;
import io.xunshi.platform.auction.domain.SealedRound;
import io.xunshi.platform.auction.domain.YankeeAuction;
import io.xunshi.platform.auction.storage.SealedBidRepository.InRound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What hangs on an auction in other tables: bids that its state cannot be told without, and awards. An English auction
 * that is bid for needs nothing, so that its bids stay one short read; of several auctions each table is read once.
 */
@Component
class SaleParts {
    private final PartBidRepository partBids;
    private final SealedBidRepository sealedBids;
    private final AwardRepository awards;

    SaleParts(PartBidRepository partBids, SealedBidRepository sealedBids, AwardRepository awards) {
        this.partBids = partBids;
        this.sealedBids = sealedBids;
        this.awards = awards;
    }

    /** The same auctions in the same order. */
    Flux<Sale> addTo(List<Sale> sales) {
        return of(sales, SaleParts::isForParts, partBids::findOf)
                .flatMap(parts -> of(sales, SaleParts::isSealed, sealedBids::findOf)
                        .flatMap(inRounds -> of(sales, SaleParts::isDecided, awards::findOf)
                                .map(decided -> new Found(parts, inRounds, decided))))
                .flatMapIterable(found -> sales.stream().map(found::addTo).toList());
    }

    private static <T> Mono<Map<AuctionId, List<T>>> of(
            List<Sale> sales,
            Predicate<Sale> which,
            Function<Collection<AuctionId>, Mono<Map<AuctionId, List<T>>>> read) {
        var ids = sales.stream().filter(which).map(Sale::id).toList();
        return ids.isEmpty() ? Mono.just(Map.of()) : read.apply(ids);
    }

    private static Bidding bidding(Bidding opened, List<PartBid> parts, List<InRound> sealed) {
        return switch (opened) {
            case EnglishAuction english -> english;
            case DutchAuction dutch ->
                new DutchAuction(
                        dutch.clock(),
                        dutch.lot(),
                        dutch.leastQuantity(),
                        parts.stream().map(PartBid::take).toList());
            case YankeeAuction yankee ->
                YankeeAuction.after(
                        yankee.terms(), parts.stream().map(PartBid::bid).toList());
            case SealedAuction rounds -> rounds(rounds, sealed);
        };
    }

    private static SealedAuction rounds(SealedAuction opened, List<InRound> bids) {
        var first = SealedAuction.of(opened.lot(), opened.window(), with(opened.first(), bids, 1));
        var announced = opened.last();
        return announced == null
                ? first
                : first.finalRound(announced.hours().opensAt())
                        .map(both -> both.with(with(both.round(), bids, 2)))
                        .orElseThrow();
    }

    private static SealedRound with(SealedRound round, List<InRound> bids, int number) {
        return round.with(bids.stream()
                .filter(bid -> bid.round() == number)
                .map(InRound::bid)
                .toList());
    }

    private static boolean isForParts(Sale sale) {
        return sale.bidding() instanceof DutchAuction || sale.bidding() instanceof YankeeAuction;
    }

    private static boolean isSealed(Sale sale) {
        return sale.bidding() instanceof SealedAuction;
    }

    private static boolean isDecided(Sale sale) {
        return sale.state() == AuctionState.AWARDED
                || sale.state() == AuctionState.CONTRACTED
                || sale.state() == AuctionState.FAILED;
    }

    private record Found(
            Map<AuctionId, List<PartBid>> parts,
            Map<AuctionId, List<InRound>> sealed,
            Map<AuctionId, List<AwardedDeal>> awards) {

        Sale addTo(Sale sale) {
            var id = sale.id();
            return sale.with(
                    bidding(sale.bidding(), parts.getOrDefault(id, List.of()), sealed.getOrDefault(id, List.of())),
                    awards.getOrDefault(id, List.of()));
        }
    }
}
