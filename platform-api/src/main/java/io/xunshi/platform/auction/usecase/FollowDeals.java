package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.Award;
import io.xunshi.platform.auction.domain.AwardedDeal.Outcome;
import io.xunshi.platform.auction.domain.DefaultLadder;
import io.xunshi.platform.auction.domain.DefaultLadder.OfferedToSecond;
import io.xunshi.platform.auction.domain.DefaultLadder.Relisted;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.storage.AuctionRepository;
import io.xunshi.platform.auction.storage.AwardRepository;
import io.xunshi.platform.deal.DealId;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Moves auctions along as the deals that were made of their awards are signed or come to nothing. Each winner answers
 * for their own deal alone. Does nothing for other deals, and nothing a second time.
 */
@Component
public class FollowDeals {
    private final AuctionRepository sales;
    private final AwardRepository awards;
    private final MoveSale moveSale;
    private final AwardGoods awardGoods;
    private final KeepDeposits keepDeposits;

    FollowDeals(
            AuctionRepository sales,
            AwardRepository awards,
            MoveSale moveSale,
            AwardGoods awardGoods,
            KeepDeposits keepDeposits) {
        this.sales = sales;
        this.awards = awards;
        this.moveSale = moveSale;
        this.awardGoods = awardGoods;
        this.keepDeposits = keepDeposits;
    }

    /** Both sides have signed: the winner's deposit goes back, unless they have another contract to sign. */
    @Transactional
    public Mono<Void> signed(DealId deal) {
        return settled(
                deal,
                Outcome.SIGNED,
                (sale, award) -> keepDeposits
                        .releaseSettled(sale, award.paddle())
                        .then(moveSale.settle(sale, AuctionCause.BOTH_SIGNED)));
    }

    /** Not both signed in time: the deposit follows who did not, and who bid next may be asked. */
    @Transactional
    public Mono<Void> lapsed(DealId deal, boolean buyerSigned) {
        return settled(
                deal,
                Outcome.LAPSED,
                (sale, award) -> keepDeposits
                        .end(sale, award, buyerSigned)
                        .then(awardGoods.next(sale, award))
                        .flatMap(next -> switch (DefaultLadder.after(award, buyerSigned, next, sale.reserve())) {
                            case OfferedToSecond offered ->
                                awardGoods
                                        .to(sale, offered.award())
                                        .flatMap(awarded -> moveSale.move(
                                                awarded, AuctionState.AWARDED, AuctionCause.WINNER_FAILED));
                            case Relisted relisted -> moveSale.settle(sale, relisted.cause());
                        }));
    }

    private Mono<Void> settled(DealId deal, Outcome outcome, BiFunction<Sale, Award, Mono<Sale>> then) {
        return awards.auctionOf(deal)
                .flatMap(sales::lock)
                .flatMap(before -> Mono.justOrEmpty(before.pendingOf(deal)).flatMap(award -> {
                    var sale = before.settled(deal, outcome);
                    return save(sale, deal).then(then.apply(sale, award));
                }))
                .then();
    }

    private Mono<Void> save(Sale sale, DealId deal) {
        return Mono.justOrEmpty(sale.awards().stream()
                        .filter(one -> deal.equals(one.deal()))
                        .findFirst())
                .flatMap(awarded -> awards.save(sale.id(), awarded));
    }
}
