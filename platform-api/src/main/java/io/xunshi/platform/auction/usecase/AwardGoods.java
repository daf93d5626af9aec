package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.domain.Award;
import io.xunshi.platform.auction.domain.DutchAuction;
import io.xunshi.platform.auction.domain.EnglishAuction;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SealedAuction;
import io.xunshi.platform.auction.domain.YankeeAuction;
import io.xunshi.platform.auction.storage.AwardRepository;
import io.xunshi.platform.auction.storage.BidRepository;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Lots;
import io.xunshi.platform.kernel.Money;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes deals of awards, in the transaction of a caller who has locked the auction. */
@Component
class AwardGoods {
    private final AwardRepository awards;
    private final BidRepository bids;
    private final KeepDeposits keepDeposits;
    private final Deals deals;
    private final Lots lots;

    AwardGoods(AwardRepository awards, BidRepository bids, KeepDeposits keepDeposits, Deals deals, Lots lots) {
        this.awards = awards;
        this.bids = bids;
        this.keepDeposits = keepDeposits;
        this.deals = deals;
        this.lots = lots;
    }

    /** The auction with a deal for each winner; it is not saved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Sale> toWinners(Sale sale) {
        var winners = sale.bidding().winners();
        var paddles = winners.stream().map(Award::paddle).collect(Collectors.toSet());
        return Flux.fromIterable(winners)
                .reduce(Mono.just(sale), (awarded, award) -> awarded.flatMap(before -> to(before, award)))
                .flatMap(awarded -> awarded)
                .delayUntil(awarded -> keepDeposits.convert(awarded, paddles))
                .delayUntil(awarded -> keepDeposits.releaseAllBut(awarded, paddles))
                .delayUntil(this::letGoOfRest);
    }

    /**
     * Whether contracts with all winners can be written. Somebody may have come under one control with the seller since
     * they bid, and a reference price may be missing on that day.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Boolean> arePossible(Sale sale) {
        return Flux.fromIterable(sale.bidding().winners())
                .concatMap(award -> isPossible(sale, award))
                .all(possible -> possible);
    }

    /** The auction with a deal for one more; it is not saved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Sale> to(Sale sale, Award award) {
        return awarded(sale, award)
                .flatMap(deals::agree)
                .map(DealView::id)
                .map(deal -> sale.awarded(award, deal))
                .delayUntil(
                        awarded -> awards.save(awarded.id(), awarded.awards().getLast()));
    }

    /** Who bid next; nobody where everybody bid for a part of their own, or no contract with them is possible. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Optional<Award>> next(Sale sale, Award failed) {
        return bidNext(sale, failed)
                .flatMap(Mono::justOrEmpty)
                .filterWhen(award -> isPossible(sale, award))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Boolean> isPossible(Sale sale, Award award) {
        return awarded(sale, award).flatMap(deals::isPossible);
    }

    private Mono<io.xunshi.platform.deal.Award> awarded(Sale sale, Award award) {
        return keepDeposits
                .bidderOf(sale, award.paddle())
                .map(buyer -> new io.xunshi.platform.deal.Award(
                        new LotId(sale.lot().id()),
                        sale.id().value(),
                        buyer,
                        award.quantity(),
                        Money.fen(award.priceFen())));
    }

    private Mono<Optional<Award>> bidNext(Sale sale, Award failed) {
        return switch (sale.bidding()) {
            case EnglishAuction english -> bids.findAll(sale.id()).collectList().map(all -> Award.second(all, failed));
            case SealedAuction sealed -> Mono.just(sealed.second(failed.paddle()));
            case DutchAuction dutch -> Mono.just(Optional.empty());
            case YankeeAuction yankee -> Mono.just(Optional.empty());
        };
    }

    /** What nobody bid for is offered again at once; a whole lot is kept for whoever is asked second. */
    private Mono<Void> letGoOfRest(Sale sale) {
        return switch (sale.bidding()) {
            case EnglishAuction english -> Mono.empty();
            case SealedAuction sealed -> Mono.empty();
            case DutchAuction dutch -> letGo(sale);
            case YankeeAuction yankee -> letGo(sale);
        };
    }

    private Mono<Void> letGo(Sale sale) {
        return lots.letGo(new LotId(sale.lot().id()), sale.id().value());
    }
}
