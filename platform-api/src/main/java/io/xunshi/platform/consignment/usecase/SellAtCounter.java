package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.ConsignmentEvents.ConsignedItemSold;
import io.xunshi.platform.consignment.ConsignmentEvents.CounterSaleFacts;
import io.xunshi.platform.consignment.ConsignmentEvents.SoldOverCounter;
import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.domain.Agreement;
import io.xunshi.platform.consignment.domain.Agreement.Consignor;
import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.ConsignedItem.Sale;
import io.xunshi.platform.consignment.domain.ConsignedItem.Way;
import io.xunshi.platform.consignment.domain.CounterSale;
import io.xunshi.platform.consignment.domain.DrawerMovement;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.domain.Shift;
import io.xunshi.platform.consignment.domain.Split;
import io.xunshi.platform.consignment.storage.AgreementRepository;
import io.xunshi.platform.consignment.storage.ItemRepository;
import io.xunshi.platform.consignment.storage.TillRepository;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.OrderView;
import io.xunshi.platform.order.Orders;
import io.xunshi.platform.payment.ConsignmentMoney;
import io.xunshi.platform.payment.ConsignmentMoney.Division;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Sells over the counter (柜台销售), and hands over what was bought online. The counter takes the same lock on the item as
 * an online buyer, by the same statement: of the two, one is first.
 */
@Component
public class SellAtCounter {
    private final Workplace workplace;
    private final ItemRepository items;
    private final AgreementRepository agreements;
    private final TillRepository tills;
    private final Listings listings;
    private final Orders orders;
    private final ConsignmentMoney money;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    SellAtCounter(
            Workplace workplace,
            ItemRepository items,
            AgreementRepository agreements,
            TillRepository tills,
            Listings listings,
            Orders orders,
            ConsignmentMoney money,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.workplace = workplace;
        this.items = items;
        this.agreements = agreements;
        this.tills = tills;
        this.listings = listings;
        this.orders = orders;
        this.money = money;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * For cash. Raises {@link ConsignmentProblem#NO_SUCH_ITEM}, {@link ConsignmentProblem#ITEM_NOT_AVAILABLE} where
     * somebody was first, {@link ConsignmentProblem#PRICE_CHANGED}, {@link ConsignmentProblem#NOT_ENOUGH_CASH} or
     * {@link ConsignmentProblem#NO_OPEN_SHIFT}; nothing is sold then.
     *
     * @param price what the till showed; must be what it costs now
     * @param received what the buyer gave
     */
    @Transactional
    public Mono<CounterSale> sell(AccountId operator, String label, Money price, Money received) {
        if (!received.currency().equals(Money.CNY) || received.amount() > KeepTill.CASH_FEN_MAX) {
            return Mono.error(ConsignmentProblem.BAD_AMOUNT.raise());
        }
        return workplace
                .of(operator)
                .flatMap(point ->
                        labelled(point, label).flatMap(item -> sell(new Till(operator, point), item, price, received)));
    }

    /** Raises {@link ConsignmentProblem#NO_SUCH_ITEM}. */
    public Mono<CounterSale> find(AccountId operator, UUID id) {
        return workplace
                .of(operator)
                .flatMap(point -> tills.findSale(point.id(), id))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_ITEM::raise));
    }

    /** Gives an online buyer the thing against their pickup code; raises as {@link Orders#handOver} does. */
    public Mono<OrderView> handOver(AccountId operator, String label, String pickupCode) {
        return workplace
                .of(operator)
                .flatMap(point -> labelled(point, label)
                        .flatMap(item -> orders.handOver(point.account(), item.listingId(), pickupCode)));
    }

    private Mono<ConsignedItem> labelled(Point point, String label) {
        return items.findByCodeAt(point.id(), ShortCode.normalize(label))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_ITEM::raise));
    }

    private Mono<CounterSale> sell(Till till, ConsignedItem item, Money price, Money received) {
        var id = ids.next();
        var sale = new CounterSale(
                id, ShortCode.of('C', id), item.id(), item.code(), item.title(), price, received, clock.instant());
        return listings.reserve(new ListingId(item.listingId()), till.point().account(), id)
                .switchIfEmpty(Mono.error(ConsignmentProblem.ITEM_NOT_AVAILABLE::raise))
                .delayUntil(offer -> checkPrice(offer, price, received))
                .delayUntil(offer -> end(item, sale))
                .delayUntil(offer ->
                        takeCash(till, item, sale, orders.snapshotOf(offer).hash()))
                .delayUntil(offer -> listings.markSold(offer.id(), id))
                .flatMap(offer -> tell(till.point(), item, sale, offer))
                .thenReturn(sale);
    }

    private static Mono<Void> checkPrice(ListingView offer, Money price, Money received) {
        if (!offer.price().equals(price)) {
            return Mono.error(ConsignmentProblem.PRICE_CHANGED.raise().with("price", offer.price()));
        }
        return received.compareTo(price) < 0 ? Mono.error(ConsignmentProblem.NOT_ENOUGH_CASH.raise()) : Mono.empty();
    }

    private Mono<ConsignedItem> end(ConsignedItem item, CounterSale sale) {
        var split = Split.of(sale.price(), item.perMille());
        return items.sell(item.id(), new Sale(Way.COUNTER, sale.price(), split.commission()), sale.at())
                .switchIfEmpty(Mono.error(ConsignmentProblem.ITEM_NOT_AVAILABLE::raise));
    }

    private Mono<Shift> takeCash(Till till, ConsignedItem item, CounterSale sale, String snapshotHash) {
        var split = Split.of(sale.price(), item.perMille());
        var division = new Division(till.point().id().value(), item.agreementId(), split.share(), split.commission());
        var movement = new DrawerMovement(ids.next(), DrawerMovement.Kind.SALE, sale.price(), sale.code(), sale.at());
        return tills.findOpenForUpdate(till.point().id())
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_OPEN_SHIFT::raise))
                .delayUntil(shift -> tills.addSale(sale, shift, snapshotHash, till.operator()))
                .delayUntil(shift -> tills.move(shift.id(), movement, till.operator()))
                .delayUntil(shift -> money.sellForCash(sale.id(), division));
    }

    private Mono<Void> tell(Point point, ConsignedItem item, CounterSale sale, ListingView offer) {
        return agreements
                .find(item.agreementId())
                .flatMap(agreement -> events.publish(new SoldOverCounter(
                                ids.next(), sale.at(), item.id(), facts(point, agreement, sale, offer)))
                        .then(Mono.defer(() -> tellConsignor(agreement, item, sale))));
    }

    private Mono<Void> tellConsignor(Agreement agreement, ConsignedItem item, CounterSale sale) {
        return switch (agreement.consignor()) {
            case Consignor.Known known ->
                events.publish(new ConsignedItemSold(
                        ids.next(), sale.at(), item.id(), known.account(), agreement.code(), item.title()));
            case Consignor.OnPaper onPaper -> Mono.empty();
        };
    }

    private CounterSaleFacts facts(Point point, Agreement agreement, CounterSale sale, ListingView offer) {
        return new CounterSaleFacts(
                sale.id(),
                sale.code(),
                point.code(),
                agreement.consignor() instanceof Consignor.Known known ? known.account() : null,
                agreement.id(),
                offer.categoryCode(),
                offer.districtCode(),
                offer.conditionCode(),
                sale.price(),
                orders.snapshotOf(offer).hash());
    }

    /** Who stands at which counter. */
    private record Till(AccountId operator, Point point) {}
}
