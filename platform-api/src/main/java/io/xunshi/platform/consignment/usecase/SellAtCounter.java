package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.CounterSale;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.storage.ItemRepository;
import io.xunshi.platform.consignment.storage.TillRepository;
import io.xunshi.platform.consignment.usecase.BookSale.Till;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.OrderView;
import io.xunshi.platform.order.Orders;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final TillRepository tills;
    private final LeaseItems leases;
    private final BookSale bookSale;
    private final Listings listings;
    private final Orders orders;
    private final IdGenerator ids;
    private final Clock clock;

    SellAtCounter(
            Workplace workplace,
            ItemRepository items,
            TillRepository tills,
            LeaseItems leases,
            BookSale bookSale,
            Listings listings,
            Orders orders,
            IdGenerator ids,
            Clock clock) {
        this.workplace = workplace;
        this.items = items;
        this.tills = tills;
        this.leases = leases;
        this.bookSale = bookSale;
        this.listings = listings;
        this.orders = orders;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * For cash. Raises {@link ConsignmentProblem#NO_SUCH_ITEM}, {@link ConsignmentProblem#ITEM_NOT_AVAILABLE} where
     * somebody was first, {@link ConsignmentProblem#PRICE_CHANGED}, {@link ConsignmentProblem#NOT_ENOUGH_CASH} or
     * {@link ConsignmentProblem#NO_OPEN_SHIFT}; nothing is sold then.
     *
     * @param saleId the till's; under it a sale whose answer was lost is found again. Null for one of ours
     * @param price what the till showed; must be what it costs now
     * @param received what the buyer gave
     */
    @Transactional
    public Mono<CounterSale> sell(
            AccountId operator, @Nullable UUID saleId, String label, Money price, Money received) {
        if (!received.currency().equals(Money.CNY) || received.amount() > KeepTill.CASH_FEN_MAX) {
            return Mono.error(ConsignmentProblem.BAD_AMOUNT.raise());
        }
        var id = saleId == null ? ids.next() : saleId;
        return workplace
                .of(operator)
                .flatMap(point -> labelled(point, label)
                        .flatMap(item -> sell(new Till(operator, point), item, sale(id, item, price, received))));
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

    private CounterSale sale(UUID id, ConsignedItem item, Money price, Money received) {
        return new CounterSale(
                id, ShortCode.of('C', id), item.id(), item.code(), item.title(), price, received, clock.instant());
    }

    private Mono<CounterSale> sell(Till till, ConsignedItem item, CounterSale sale) {
        return leases.end(item)
                .then(Mono.defer(() -> listings.reserve(
                        new ListingId(item.listingId()), till.point().account(), sale.id())))
                .switchIfEmpty(Mono.error(ConsignmentProblem.ITEM_NOT_AVAILABLE::raise))
                .delayUntil(offer -> checkPrice(offer, sale))
                .delayUntil(offer -> bookSale.book(till, item, sale, offer))
                .delayUntil(offer -> listings.markSold(offer.id(), sale.id()))
                .thenReturn(sale);
    }

    private static Mono<Void> checkPrice(ListingView offer, CounterSale sale) {
        if (!offer.price().equals(sale.price())) {
            return Mono.error(ConsignmentProblem.PRICE_CHANGED.raise().with("price", offer.price()));
        }
        return sale.received().compareTo(sale.price()) < 0
                ? Mono.error(ConsignmentProblem.NOT_ENOUGH_CASH.raise())
                : Mono.empty();
    }
}
