package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.CounterSale;
import io.xunshi.platform.consignment.domain.DrawerMovement;
import io.xunshi.platform.consignment.domain.OfflineSale;
import io.xunshi.platform.consignment.domain.OfflineSale.Outcome;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.storage.ItemRepository;
import io.xunshi.platform.consignment.storage.OfflineSaleRepository;
import io.xunshi.platform.consignment.storage.PointRepository;
import io.xunshi.platform.consignment.storage.TillRepository;
import io.xunshi.platform.consignment.usecase.BookSale.Till;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.OrderView;
import io.xunshi.platform.order.Orders;
import io.xunshi.platform.order.StepCause;
import io.xunshi.platform.payment.ConsignmentMoney;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Books what a till sold while it had no connection (断网对账). What happened at the counter has happened: whoever stood
 * there, paid and carried the thing away keeps it, at the price that they were shown. Whoever bought it online
 * meanwhile has their money back in full. The cash is in the books of the drawer whatever came of the sale.
 */
@Component
public class ReconcileTill {
    /** An online purchase may be made or take a step at the same moment: then it is looked at again. */
    private static final int TRIES_MORE = 3;

    private static final Duration OUTAGE_MAX = Duration.ofDays(30);

    private final Workplace workplace;
    private final PointRepository points;
    private final ItemRepository items;
    private final TillRepository tills;
    private final OfflineSaleRepository offlineSales;
    private final LeaseItems leases;
    private final BookSale bookSale;
    private final Listings listings;
    private final Orders orders;
    private final ConsignmentMoney money;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    ReconcileTill(
            Workplace workplace,
            PointRepository points,
            ItemRepository items,
            TillRepository tills,
            OfflineSaleRepository offlineSales,
            LeaseItems leases,
            BookSale bookSale,
            Listings listings,
            Orders orders,
            ConsignmentMoney money,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.workplace = workplace;
        this.points = points;
        this.items = items;
        this.tills = tills;
        this.offlineSales = offlineSales;
        this.leases = leases;
        this.bookSale = bookSale;
        this.listings = listings;
        this.orders = orders;
        this.money = money;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Books one sale, in one transaction; sent again it is the same sale with the same outcome. Raises, and books
     * nothing, {@link ConsignmentProblem#NO_SUCH_ITEM}, {@link ConsignmentProblem#NO_OPEN_SHIFT},
     * {@link ConsignmentProblem#PRICE_CHANGED} for a price that the thing never had,
     * {@link ConsignmentProblem#NOT_ENOUGH_CASH}, {@link ConsignmentProblem#BAD_AMOUNT} or
     * {@link ConsignmentProblem#SALE_ID_TAKEN}.
     */
    public Mono<OfflineSale> book(AccountId sender, UUID id, SoldOffline sold) {
        return checkAmounts(sold)
                .then(Mono.defer(() -> workplace.of(sender)))
                .flatMap(point -> labelled(point, sold.label())
                        .flatMap(item -> cashier(sender, point, sold)
                                .flatMap(cashier -> book(point, sale(id, sender, cashier, item, sold), item))))
                .as(transaction::transactional)
                .retryWhen(Retry.max(TRIES_MORE).filter(ReconcileTill::hasMovedMeanwhile));
    }

    /** What became of the point's offline sales, last booked first. */
    public Mono<Page<OfflineSale>> find(AccountId operator, @Nullable Cursor after, int limit) {
        return workplace
                .of(operator)
                .flatMap(point ->
                        offlineSales.findOfPoint(point.id(), after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(rows, limit, sale -> new Cursor(sale.bookedAt(), sale.id())));
    }

    private static Mono<Void> checkAmounts(SoldOffline sold) {
        var isCash = sold.price().currency().equals(Money.CNY)
                && sold.received().currency().equals(Money.CNY)
                && sold.price().isPositive()
                && sold.received().amount() <= KeepTill.CASH_FEN_MAX;
        if (!isCash) {
            return Mono.error(ConsignmentProblem.BAD_AMOUNT.raise());
        }
        return sold.received().compareTo(sold.price()) < 0
                ? Mono.error(ConsignmentProblem.NOT_ENOUGH_CASH.raise())
                : Mono.empty();
    }

    private Mono<ConsignedItem> labelled(Point point, String label) {
        return items.findByCodeAt(point.id(), ShortCode.normalize(label))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_ITEM::raise));
    }

    /** Whose shift it was, if it was a colleague's; a stranger cannot have sold anything here. */
    private Mono<AccountId> cashier(AccountId sender, Point point, SoldOffline sold) {
        var soldBy = sold.soldBy() == null ? sender : new AccountId(sold.soldBy());
        return points.hasWorkedAt(point.id(), soldBy)
                .filter(has -> has)
                .switchIfEmpty(Mono.error(ConsignmentProblem.NOT_AT_A_POINT::raise))
                .thenReturn(soldBy);
    }

    private OfflineSale sale(UUID id, AccountId sender, AccountId cashier, ConsignedItem item, SoldOffline sold) {
        var now = clock.instant();
        return new OfflineSale(
                id,
                item.id(),
                item.code(),
                item.title(),
                sold.price(),
                sold.received(),
                cashier,
                plausible(sold.at(), now),
                sender,
                now,
                Outcome.NOT_BOOKED,
                null);
    }

    /** A till's clock may be wrong: nothing was sold tomorrow, nor before any outage that a till could outlast. */
    private static Instant plausible(Instant at, Instant now) {
        return at.isAfter(now) || at.isBefore(now.minus(OUTAGE_MAX)) ? now : at;
    }

    private Mono<OfflineSale> book(Point point, OfflineSale sale, ConsignedItem item) {
        return offlineSales
                .claim(point.id(), sale)
                .flatMap(isNew -> isNew ? bookNew(point, sale, item) : same(point, sale));
    }

    private Mono<OfflineSale> same(Point point, OfflineSale sale) {
        return offlineSales
                .find(point.id(), sale.id())
                .filter(known -> known.isSame(sale))
                .switchIfEmpty(Mono.error(ConsignmentProblem.SALE_ID_TAKEN::raise));
    }

    private Mono<OfflineSale> bookNew(Point point, OfflineSale sale, ConsignedItem item) {
        // The till may have sold it with its last breath of signal, and only the answer was lost.
        return tills.findSale(point.id(), sale.id())
                .hasElement()
                .flatMap(sold -> sold
                        ? Mono.just(sale.ended(Outcome.BOOKED, null))
                        : decide(new Till(sale.soldBy(), point), sale, item, TRIES_MORE))
                .delayUntil(offlineSales::end);
    }

    private Mono<OfflineSale> decide(Till till, OfflineSale sale, ConsignedItem item, int triesMore) {
        var listing = new ListingId(item.listingId());
        var shop = till.point().account();
        return leases.end(item)
                .then(Mono.defer(() -> orders.callOff(shop, item.listingId(), StepCause.SOLD_AT_COUNTER)))
                .map(OrderView::code)
                .singleOptional()
                .flatMap(gaveWay -> listings.reserve(listing, shop, sale.id())
                        .flatMap(offer -> bookHeld(till, sale, item, offer, gaveWay))
                        .switchIfEmpty(Mono.defer(() -> bookOther(till, sale, item, triesMore))));
    }

    private Mono<OfflineSale> bookHeld(
            Till till, OfflineSale sale, ConsignedItem item, ListingView offer, Optional<String> gaveWay) {
        return checkPrice(item, offer, sale)
                .then(Mono.defer(() -> bookSale.book(till, item, counterSale(sale), offer)))
                .then(Mono.defer(() -> listings.markSold(offer.id(), sale.id())))
                .then(Mono.fromSupplier(() -> gaveWay.map(code -> sale.ended(Outcome.BOOKED_OVER_ORDER, code))
                        .orElseGet(() -> sale.ended(Outcome.BOOKED, null))));
    }

    /** It is not to be had: somebody has just bought it, its term is over and it stood here still, or it had left. */
    private Mono<OfflineSale> bookOther(Till till, OfflineSale sale, ConsignedItem item, int triesMore) {
        return items.find(item.id()).flatMap(now -> switch (now.state()) {
            case EXPIRED -> bookExpired(till, sale, now);
            case ON_SALE -> triesMore > 0 ? decide(till, sale, now, triesMore - 1) : keepCash(till, sale);
            case SOLD, RETURNED, DONATED, RECYCLED, LOST -> keepCash(till, sale);
        });
    }

    private Mono<OfflineSale> bookExpired(Till till, OfflineSale sale, ConsignedItem item) {
        return listings.find(new ListingId(item.listingId()))
                .delayUntil(offer -> checkPrice(item, offer, sale))
                .flatMap(offer -> bookSale.book(till, item, counterSale(sale), offer))
                .thenReturn(sale.ended(Outcome.BOOKED_AFTER_TERM, null));
    }

    /** Prices only go down, so what a till showed lies between today's and the first. */
    private static Mono<Void> checkPrice(ConsignedItem item, ListingView offer, OfflineSale sale) {
        var hadIt = sale.price().compareTo(offer.price()) >= 0 && sale.price().compareTo(item.appraised()) <= 0;
        return hadIt
                ? Mono.empty()
                : Mono.error(ConsignmentProblem.PRICE_CHANGED.raise().with("price", offer.price()));
    }

    private Mono<OfflineSale> keepCash(Till till, OfflineSale sale) {
        var movement = new DrawerMovement(
                ids.next(), DrawerMovement.Kind.UNMATCHED, sale.price(), sale.itemCode(), sale.bookedAt());
        return tills.findOpenForUpdate(till.point().id())
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_OPEN_SHIFT::raise))
                .delayUntil(shift -> tills.move(shift.id(), movement, till.cashier()))
                .delayUntil(shift ->
                        money.postDifference(sale.id(), till.point().id().value(), sale.price()))
                .thenReturn(sale.ended(Outcome.NOT_BOOKED, null));
    }

    private static CounterSale counterSale(OfflineSale sale) {
        return new CounterSale(
                sale.id(),
                ShortCode.of('C', sale.id()),
                sale.itemId(),
                sale.itemCode(),
                sale.title(),
                sale.price(),
                sale.received(),
                sale.soldAt());
    }

    private static boolean hasMovedMeanwhile(Throwable error) {
        return error instanceof ProblemException refusal
                && (refusal.problem() == OrderProblem.WRONG_STATE
                        || refusal.problem() == ConsignmentProblem.ITEM_NOT_AVAILABLE);
    }

    /**
     * What a till says of a sale.
     *
     * @param price what it showed
     * @param received what the buyer gave
     * @param at by its own clock
     * @param soldBy the account of who sold it; null for whoever sends it
     */
    public record SoldOffline(
            String label,
            Money price,
            Money received,
            Instant at,
            @Nullable UUID soldBy) {}
}
