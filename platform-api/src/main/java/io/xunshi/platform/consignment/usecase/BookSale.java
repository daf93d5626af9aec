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
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.order.Orders;
import io.xunshi.platform.payment.ConsignmentMoney;
import io.xunshi.platform.payment.ConsignmentMoney.Division;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Books a cash sale over the counter in the caller's transaction: the thing, the drawer, everybody's share, and the
 * news that is sealed. The market's lock on the thing is the caller's business.
 */
@Component
class BookSale {
    private final ItemRepository items;
    private final AgreementRepository agreements;
    private final TillRepository tills;
    private final Orders orders;
    private final ConsignmentMoney money;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    BookSale(
            ItemRepository items,
            AgreementRepository agreements,
            TillRepository tills,
            Orders orders,
            ConsignmentMoney money,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.items = items;
        this.agreements = agreements;
        this.tills = tills;
        this.orders = orders;
        this.money = money;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises {@link ConsignmentProblem#ITEM_NOT_AVAILABLE} where the thing is no longer in its state,
     * {@link ConsignmentProblem#SALE_ID_TAKEN} or {@link ConsignmentProblem#NO_OPEN_SHIFT}.
     *
     * @param item on sale, or expired and still here
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<CounterSale> book(Till till, ConsignedItem item, CounterSale sale, ListingView offer) {
        return end(item, sale)
                .then(Mono.defer(() ->
                        takeCash(till, item, sale, orders.snapshotOf(offer).hash())))
                .then(Mono.defer(() -> tell(till.point(), item, sale, offer)))
                .thenReturn(sale);
    }

    private Mono<ConsignedItem> end(ConsignedItem item, CounterSale sale) {
        var split = Split.of(sale.price(), item.perMille());
        return items.sell(item.id(), item.state(), new Sale(Way.COUNTER, sale.price(), split.commission()), sale.at())
                .switchIfEmpty(Mono.error(ConsignmentProblem.ITEM_NOT_AVAILABLE::raise));
    }

    private Mono<Shift> takeCash(Till till, ConsignedItem item, CounterSale sale, String snapshotHash) {
        var split = Split.of(sale.price(), item.perMille());
        var division = new Division(till.point().id().value(), item.agreementId(), split.share(), split.commission());
        var movement =
                new DrawerMovement(ids.next(), DrawerMovement.Kind.SALE, sale.price(), sale.code(), clock.instant());
        return tills.findOpenForUpdate(till.point().id())
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_OPEN_SHIFT::raise))
                .delayUntil(shift -> tills.addSale(sale, shift, snapshotHash, till.cashier())
                        .onErrorMap(DuplicateKeyException.class, known -> ConsignmentProblem.SALE_ID_TAKEN.raise()))
                .delayUntil(shift -> tills.move(shift.id(), movement, till.cashier()))
                .delayUntil(shift -> money.sellForCash(sale.id(), division));
    }

    private Mono<Void> tell(Point point, ConsignedItem item, CounterSale sale, ListingView offer) {
        return agreements
                .find(item.agreementId())
                .flatMap(agreement -> events.publish(new SoldOverCounter(
                                ids.next(), clock.instant(), item.id(), facts(point, agreement, sale, offer)))
                        .then(Mono.defer(() -> tellConsignor(agreement, item))));
    }

    private Mono<Void> tellConsignor(Agreement agreement, ConsignedItem item) {
        return switch (agreement.consignor()) {
            case Consignor.Known known ->
                events.publish(new ConsignedItemSold(
                        ids.next(), clock.instant(), item.id(), known.account(), agreement.code(), item.title()));
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

    /** Who took the cash, at which counter. */
    record Till(AccountId cashier, Point point) {}
}
