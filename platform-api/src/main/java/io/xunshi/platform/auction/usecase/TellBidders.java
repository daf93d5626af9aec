package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.AuctionEvents.AuctionMoved;
import io.xunshi.platform.auction.AuctionEvents.BidPlaced;
import io.xunshi.platform.auction.AuctionEvents.BidderOutbid;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.AwardedDeal;
import io.xunshi.platform.auction.domain.Deposit;
import io.xunshi.platform.auction.domain.EnglishAuction;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SealedAuction;
import io.xunshi.platform.auction.domain.SealedRound;
import io.xunshi.platform.auction.storage.AuctionRepository;
import io.xunshi.platform.auction.storage.BidRepository;
import io.xunshi.platform.auction.storage.DepositRepository;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells the owners and traders of a seller and of bidders what concerns them now. Each is a transaction of its own,
 * after what it tells of; of two that are tried, people hear one.
 */
@Component
public class TellBidders {
    private final AuctionRepository sales;
    private final BidRepository bids;
    private final DepositRepository deposits;
    private final Organisations organisations;
    private final Notices notices;
    private final EventPublisher events;
    private final IdGenerator ids;

    TellBidders(
            AuctionRepository sales,
            BidRepository bids,
            DepositRepository deposits,
            Organisations organisations,
            Notices notices,
            EventPublisher events,
            IdGenerator ids) {
        this.sales = sales;
        this.bids = bids;
        this.deposits = deposits;
        this.organisations = organisations;
        this.notices = notices;
        this.events = events;
        this.ids = ids;
    }

    /** Who was ahead until this bid, and is not any more. */
    @Transactional
    public Mono<Void> outbid(BidPlaced event) {
        return sales.find(event.auctionId())
                .filter(sale -> sale.bidding() instanceof EnglishAuction && event.sequence() > 1)
                .flatMap(sale -> bids.findAfter(sale.id(), event.sequence() - 2L, 2)
                        .collectList()
                        .filter(two -> two.size() == 2
                                && two.getFirst().leader() != two.getLast().leader())
                        .delayUntil(two -> announceOutbid(
                                sale, two.getFirst().leader(), two.getLast().priceFen(), event))
                        .flatMap(two -> tellPaddles(
                                sale,
                                Set.of(two.getFirst().leader()),
                                Kind.AUCTION_OUTBID,
                                event.eventId(),
                                event.at())));
    }

    private Mono<Void> announceOutbid(Sale sale, int paddle, long priceFen, BidPlaced event) {
        return deposits.findOf(sale.id())
                .filter(deposit -> deposit.paddle() == paddle)
                .next()
                .flatMap(deposit -> events.publish(
                        new BidderOutbid(ids.next(), event.at(), sale.id(), deposit.bidder(), priceFen)));
    }

    /** That the seller has to decide or to sign, or has the goods back. */
    @Transactional
    public Mono<Void> seller(AuctionMoved event) {
        return of(event)
                .flatMap(sale -> Mono.justOrEmpty(toSeller(event))
                        .flatMap(kind -> tell(
                                organisations
                                        .membersOf(sale.lot().seller(), MemberRole.OWNER, MemberRole.TRADER)
                                        .map(person -> notice(person, sale)),
                                sale.id(),
                                kind,
                                event.eventId(),
                                event.at())));
    }

    /** Who has to do something now: open a bid, bid once more, or sign. */
    @Transactional
    public Mono<Void> whoHaveToAct(AuctionMoved event) {
        return of(event)
                .flatMap(sale -> Mono.justOrEmpty(toBidders(event))
                        .flatMap(kind -> tellPaddles(sale, whoHaveToAct(sale), kind, event.eventId(), event.at())));
    }

    /** Who has paid a deposit and gets nothing for it. */
    @Transactional
    public Mono<Void> whoHaveLost(AuctionMoved event) {
        var isOver = event.state() == AuctionState.FAILED
                || event.state() == AuctionState.AWARDED && event.cause() != AuctionCause.WINNER_FAILED;
        return isOver
                ? of(event)
                        .flatMap(sale -> deposits.findOf(sale.id())
                                .map(Deposit::paddle)
                                .filter(paddle -> event.state() == AuctionState.FAILED
                                        ? sale.awards().isEmpty()
                                        : !winners(sale).contains(paddle))
                                .collect(Collectors.toSet())
                                .flatMap(losers ->
                                        tellPaddles(sale, losers, Kind.AUCTION_LOST, event.eventId(), event.at())))
                : Mono.empty();
    }

    /** As long as it is where the news says: what has moved on meanwhile is told by later news. */
    private Mono<Sale> of(AuctionMoved event) {
        return sales.find(event.auctionId()).filter(sale -> sale.state() == event.state());
    }

    private static Optional<Kind> toSeller(AuctionMoved event) {
        return switch (event.state()) {
            case CLOSED_PENDING_RESERVE -> Optional.of(Kind.AUCTION_DECISION_WANTED);
            case AWARDED -> Optional.of(Kind.AUCTION_SOLD);
            case FAILED -> Optional.of(Kind.AUCTION_FAILED);
            case DRAFT,
                    PUBLISHED,
                    INSPECTION,
                    OPEN,
                    EXTENDED,
                    REVEALING,
                    FINAL_ROUND,
                    FINAL_REVEALING,
                    CONTRACTED,
                    CANCELLED -> Optional.empty();
        };
    }

    private static Optional<Kind> toBidders(AuctionMoved event) {
        return switch (event.state()) {
            case REVEALING, FINAL_REVEALING -> Optional.of(Kind.AUCTION_BID_TO_OPEN);
            case FINAL_ROUND -> Optional.of(Kind.AUCTION_FINAL_ROUND);
            case AWARDED ->
                Optional.of(event.cause() == AuctionCause.WINNER_FAILED ? Kind.AUCTION_SECOND_ASKED : Kind.AUCTION_WON);
            case DRAFT, PUBLISHED, INSPECTION, OPEN, EXTENDED, CLOSED_PENDING_RESERVE, CONTRACTED, FAILED, CANCELLED ->
                Optional.empty();
        };
    }

    private static Set<Integer> whoHaveToAct(Sale sale) {
        if (sale.state() == AuctionState.AWARDED) {
            return sale.awards().stream()
                    .filter(one -> one.outcome() == AwardedDeal.Outcome.PENDING)
                    .map(one -> one.award().paddle())
                    .collect(Collectors.toSet());
        }
        return sale.bidding() instanceof SealedAuction rounds ? inRound(sale.state(), rounds.round()) : Set.of();
    }

    private static Set<Integer> inRound(AuctionState state, SealedRound round) {
        var only = round.only();
        return state == AuctionState.FINAL_ROUND && only != null ? only : Set.copyOf(round.unrevealed());
    }

    private static Set<Integer> winners(Sale sale) {
        return sale.awards().stream().map(one -> one.award().paddle()).collect(Collectors.toSet());
    }

    private Mono<Void> tellPaddles(Sale sale, Set<Integer> paddles, Kind kind, UUID eventId, Instant at) {
        return tell(
                deposits.findOf(sale.id())
                        .filter(deposit -> paddles.contains(deposit.paddle()))
                        .map(Deposit::bidder)
                        .collectList()
                        .flatMapIterable(bidders -> bidders)
                        .concatMap(this::people)
                        .map(person -> notice(person, sale)),
                sale.id(),
                kind,
                eventId,
                at);
    }

    private Flux<AccountId> people(OrganisationId organisation) {
        return organisations.membersOf(organisation, MemberRole.OWNER, MemberRole.TRADER);
    }

    private static Notice notice(AccountId person, Sale sale) {
        return new Notice(person, Map.of("title", sale.lot().title(), "path", "/auctions/" + sale.id()));
    }

    private Mono<Void> tell(Flux<Notice> told, AuctionId auction, Kind kind, UUID eventId, Instant at) {
        return told.distinct(Notice::to)
                .collectList()
                .filter(people -> !people.isEmpty())
                .flatMap(people -> notices.tell(people, kind, auction.value(), eventId, at));
    }
}
