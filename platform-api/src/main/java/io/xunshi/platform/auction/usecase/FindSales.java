package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionProblem;
import io.xunshi.platform.auction.domain.Bid;
import io.xunshi.platform.auction.domain.Deposit;
import io.xunshi.platform.auction.domain.PartBid;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SaleStep;
import io.xunshi.platform.auction.storage.AuctionRepository;
import io.xunshi.platform.auction.storage.BidRepository;
import io.xunshi.platform.auction.storage.DepositRepository;
import io.xunshi.platform.auction.storage.PartBidRepository;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What everybody, a seller and a bidder may see of auctions. */
@Component
public class FindSales {
    /** Who looks at a lot wants the last attempts to sell it. */
    private static final int OF_LOT_MAX = 10;

    private final AuctionRepository sales;
    private final BidRepository bids;
    private final PartBidRepository partBids;
    private final DepositRepository deposits;
    private final Organisations organisations;
    private final Payments payments;

    FindSales(
            AuctionRepository sales,
            BidRepository bids,
            PartBidRepository partBids,
            DepositRepository deposits,
            Organisations organisations,
            Payments payments) {
        this.sales = sales;
        this.bids = bids;
        this.partBids = partBids;
        this.deposits = deposits;
        this.organisations = organisations;
        this.payments = payments;
    }

    public Mono<Page<Sale>> findPublic(@Nullable Cursor after, int limit) {
        return sales.findPublic(after, limit + 1).collectList().map(rows -> page(rows, limit));
    }

    /** A seller's own, drafts among them. */
    public Mono<Page<Sale>> findOf(AccountId person, OrganisationId seller, @Nullable Cursor after, int limit) {
        return organisations
                .requireRole(person, seller, MemberRole.TRADER)
                .then(sales.findOf(seller, after, limit + 1).collectList())
                .map(rows -> page(rows, limit));
    }

    /** Raises {@link AuctionProblem#NOT_FOUND} for what not everybody may see. */
    public Mono<Sale> find(AuctionId id) {
        return sales.find(id).filter(Sale::isPublic).switchIfEmpty(Mono.error(AuctionProblem.NOT_FOUND::raise));
    }

    /** Everything from which anybody can recompute the winner, and nothing that the price has not told already. */
    public Mono<PublicRecord> record(AuctionId id) {
        return find(id).flatMap(sale -> bids.findAll(id)
                .filter(bid -> bid.sequence() <= sale.toldBids())
                .map(bid -> bid.shownAt(sale.bidding().priceFen()))
                .collectList()
                .flatMap(all -> partBidsOf(sale)
                        .flatMap(parts -> sales.stepsOf(id)
                                .collectList()
                                .map(steps -> new PublicRecord(sale, all, parts, steps)))));
    }

    /** Of a lot, what everybody may see, the latest opening first. */
    public Flux<Sale> findOfLot(LotId lot) {
        return sales.findOfLot(lot.value(), OF_LOT_MAX);
    }

    private Mono<List<PartBid>> partBidsOf(Sale sale) {
        return partBids.findOf(List.of(sale.id())).map(found -> found.getOrDefault(sale.id(), List.of()));
    }

    /** Where one of the person's organisations stands; empty where it has no paddle. */
    public Mono<Position> position(AccountId person, AuctionId id, OrganisationId bidder) {
        return organisations
                .requireRole(person, bidder, MemberRole.TRADER, MemberRole.FINANCE)
                .then(find(id))
                .flatMap(sale -> deposits.find(id, bidder)
                        .flatMap(deposit ->
                                payments.findByOrder(deposit.id()).map(payment -> new Position(sale, deposit, payment)))
                        .switchIfEmpty(Mono.error(AuctionProblem.NO_DEPOSIT::raise)));
    }

    /** Which auction a deposit is for: the payment provider sends people back with its id. */
    public Mono<AuctionId> auctionOf(AccountId person, UUID depositId) {
        return deposits.find(depositId)
                .filter(deposit -> deposit.paidBy().equals(person))
                .map(Deposit::auction)
                .switchIfEmpty(Mono.error(AuctionProblem.NOT_FOUND::raise));
    }

    private static Page<Sale> page(List<Sale> rows, int limit) {
        return Page.ofOneMore(
                rows,
                limit,
                sale -> new Cursor(sale.hours().opensAt(), sale.id().value()));
    }

    /**
     * @param bids of an English auction, with their ceilings cut off at the price
     * @param parts for parts of the lot, in their order
     */
    public record PublicRecord(Sale sale, List<Bid> bids, List<PartBid> parts, List<SaleStep> steps) {
        public PublicRecord {
            bids = List.copyOf(bids);
            parts = List.copyOf(parts);
            steps = List.copyOf(steps);
        }
    }

    /** A bidder's own view. */
    public record Position(Sale sale, Deposit deposit, PaymentView payment) {}
}
