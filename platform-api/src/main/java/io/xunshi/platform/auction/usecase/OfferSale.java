package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionProblem;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.Commitment;
import io.xunshi.platform.auction.domain.LotQuantity;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SalePlan;
import io.xunshi.platform.auction.storage.AuctionRepository;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotView;
import io.xunshi.platform.exchange.Lots;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.TradeSide;
import io.xunshi.platform.organisation.TradingGate;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What sellers do: draft, publish, call off, and take less than the reserve. */
@Component
public class OfferSale {
    private final AuctionRepository sales;
    private final MoveSale moveSale;
    private final Lots lots;
    private final Organisations organisations;
    private final TradingGate gate;
    private final AuctionSettings settings;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OfferSale(
            AuctionRepository sales,
            MoveSale moveSale,
            Lots lots,
            Organisations organisations,
            TradingGate gate,
            AuctionSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.sales = sales;
        this.moveSale = moveSale;
        this.lots = lots;
        this.organisations = organisations;
        this.gate = gate;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Holds nothing yet, and nobody else sees it. Raises {@link AuctionProblem#BAD_HOURS} or
     * {@link AuctionProblem#BAD_TERMS}.
     */
    @Transactional
    public Mono<Sale> draft(AccountId person, LotId lot, SalePlan plan) {
        return lots.find(lot)
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_FOUND::raise))
                .delayUntil(view -> organisations.requireRole(person, view.seller(), MemberRole.TRADER))
                .delayUntil(view -> check(plan, quantityOf(view)))
                .map(view -> plan.drafted(
                        new AuctionId(ids.next()), soldLot(view), quantityOf(view), person, nonce(), now()))
                .delayUntil(sales::add)
                .delayUntil(moveSale::tell);
    }

    /** From here on the lot is held and the terms stand. Raises {@link ExchangeProblem#LOT_NOT_OFFERED}. */
    @Transactional
    public Mono<Sale> publish(AccountId person, AuctionId id) {
        return own(person, id)
                .flatMap(sale -> in(sale, AuctionState.DRAFT))
                .filter(sale -> sale.hours().opensAt().isAfter(now()))
                .switchIfEmpty(Mono.error(AuctionProblem.BAD_HOURS::raise))
                .delayUntil(sale -> gate.require(
                        sale.lot().seller(),
                        sale.lot().material(),
                        TradeSide.SELLER,
                        sale.lot().area(),
                        now()))
                .delayUntil(sale -> lots.hold(new LotId(sale.lot().id()), id.value())
                        .filter(view -> isSame(view, sale))
                        .switchIfEmpty(Mono.error(AuctionProblem.LOT_CHANGED::raise)))
                .flatMap(sale -> moveSale.move(sale, AuctionState.PUBLISHED, AuctionCause.SELLER_PUBLISHED));
    }

    /** Before the opening, and never after it. */
    @Transactional
    public Mono<Sale> cancel(AccountId person, AuctionId id) {
        return own(person, id)
                .filter(sale -> sale.state().next().contains(AuctionState.CANCELLED))
                .switchIfEmpty(Mono.error(AuctionProblem.WRONG_STATE::raise))
                .flatMap(sale -> moveSale.end(
                        sale,
                        AuctionState.CANCELLED,
                        sale.isPublic() ? AuctionCause.SELLER_CANCELLED : AuctionCause.DRAFT_DROPPED));
    }

    /** The best bid is below the reserve, and the seller takes it. */
    @Transactional
    public Mono<Sale> takeLess(AccountId person, AuctionId id) {
        return own(person, id)
                .flatMap(sale -> in(sale, AuctionState.CLOSED_PENDING_RESERVE))
                .flatMap(sale -> moveSale.award(sale, AuctionCause.SELLER_TOOK_LESS));
    }

    private Mono<Sale> own(AccountId person, AuctionId id) {
        return sales.lock(id)
                .switchIfEmpty(Mono.error(AuctionProblem.NOT_FOUND::raise))
                .delayUntil(sale -> organisations.requireRole(person, sale.lot().seller(), MemberRole.TRADER));
    }

    private static Mono<Sale> in(Sale sale, AuctionState state) {
        return sale.state() == state ? Mono.just(sale) : Mono.error(AuctionProblem.WRONG_STATE.raise());
    }

    private Mono<Void> check(SalePlan plan, LotQuantity quantity) {
        if (!plan.termsArePossibleFor(quantity)) {
            return Mono.error(AuctionProblem.BAD_TERMS.raise());
        }
        return plan.hoursArePossibleAt(now(), settings.shortest())
                ? Mono.empty()
                : Mono.error(AuctionProblem.BAD_HOURS.raise());
    }

    private static boolean isSame(LotView view, Sale sale) {
        return soldLot(view).equals(sale.lot())
                && quantityOf(view).equals(sale.bidding().lot());
    }

    private static Sale.SoldLot soldLot(LotView view) {
        return new Sale.SoldLot(view.id().value(), view.seller(), view.title(), view.materialCode(), view.areaCode());
    }

    private static LotQuantity quantityOf(LotView view) {
        return new LotQuantity(view.quantity(), view.measure().perPriceUnit());
    }

    private byte[] nonce() {
        var nonce = new byte[Commitment.NONCE_BYTES];
        random.nextBytes(nonce);
        return nonce;
    }

    private Instant now() {
        return clock.instant();
    }
}
