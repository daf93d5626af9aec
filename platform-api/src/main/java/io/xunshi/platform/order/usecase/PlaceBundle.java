package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.BundleId;
import io.xunshi.platform.order.BundleProblem;
import io.xunshi.platform.order.OrderEvents.OrderPlaced;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.domain.Bundle;
import io.xunshi.platform.order.domain.BundlePart;
import io.xunshi.platform.order.domain.BundlePrices;
import io.xunshi.platform.order.domain.FeeRule;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.OrderTimer;
import io.xunshi.platform.order.domain.Snapshots;
import io.xunshi.platform.order.storage.BundleDiscountRepository;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.order.usecase.QuoteBundle.Hindrance;
import io.xunshi.platform.order.usecase.QuoteBundle.Sending;
import io.xunshi.platform.payment.Payments;
import io.xunshi.platform.shipping.AddressId;
import io.xunshi.platform.shipping.Shipments;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Buys several things of one seller at once: an order for each, all of them or none, in one transaction. They have one
 * payment and one handover in common; whatever is said of a thing, its price, its fee, its record, is its own order's.
 */
@Component
public class PlaceBundle {
    private static final int PICKUP_CODES = 1_000_000;

    private final OrderRepository orders;
    private final BundleDiscountRepository discounts;
    private final QuoteBundle quoteBundle;
    private final Listings listings;
    private final Payments payments;
    private final Shipments shipments;
    private final EventPublisher events;
    private final OrderSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PlaceBundle(
            OrderRepository orders,
            BundleDiscountRepository discounts,
            QuoteBundle quoteBundle,
            Listings listings,
            Payments payments,
            Shipments shipments,
            EventPublisher events,
            OrderSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.orders = orders;
        this.discounts = discounts;
        this.quoteBundle = quoteBundle;
        this.listings = listings;
        this.payments = payments;
        this.shipments = shipments;
        this.events = events;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises what {@link BundleProblem} lists, {@link ListingProblem#NOT_FOUND}, {@link OrderProblem#OWN_LISTING} or
     * {@link OrderProblem#TOO_MANY_UNPAID}; nothing is held then. {@link BundleProblem#NOT_AVAILABLE} names in <code>
     * gone</code> what somebody else has. With an address all of it is sent there in one parcel, which also raises what
     * {@link QuoteBundle#send} and shipping raise.
     *
     * @param wanted two things or more; of a stock one piece is bought
     * @param to of the buyer's; null where the goods change hands in person
     */
    public Mono<BundleId> place(AccountId buyer, List<ListingId> wanted, @Nullable AddressId to) {
        return Mono.defer(
                        () -> hold(buyer, List.copyOf(wanted.stream().distinct().toList()), to))
                .as(transaction::transactional)
                .delayUntil(this::tellProvider);
    }

    private Mono<BundleId> hold(AccountId buyer, List<ListingId> wanted, @Nullable AddressId to) {
        var bundle = new BundleId(ids.next());
        return quoteBundle
                .find(wanted)
                .delayUntil(things -> check(buyer, wanted, things))
                .delayUntil(things -> checkUnpaid(buyer))
                .flatMap(things -> reserve(buyer, things))
                .flatMap(held ->
                        discounts.find(held.seller()).map(discount -> held.priced(discount.percentFor(wanted.size()))))
                .flatMap(held -> sendingOf(buyer, held, to)
                        .flatMap(sending -> order(bundle, buyer, held, sending.orElse(null))
                                .delayUntil(placed -> prepareShipment(bundle, buyer, to, sending.orElse(null)))
                                .delayUntil(placed -> requestPayment(bundle, buyer, placed))
                                .delayUntil(this::tell)))
                .thenReturn(bundle);
    }

    private Mono<Void> check(AccountId buyer, List<ListingId> wanted, List<ListingView> things) {
        if (wanted.size() < Bundle.THINGS_MIN) {
            return Mono.error(BundleProblem.TOO_FEW.raise());
        }
        if (things.size() < wanted.size()) {
            return Mono.error(ListingProblem.NOT_FOUND.raise());
        }
        QuoteBundle.requireOneSeller(things);
        return things.getFirst().seller().equals(buyer)
                ? Mono.error(OrderProblem.OWN_LISTING.raise())
                : Flux.fromIterable(things)
                        .concatMap(
                                thing -> quoteBundle.hindrance(thing).doOnNext(hindrance -> require(thing, hindrance)))
                        .then();
    }

    /** Whether it is gone is only certain once it is locked. */
    private static void require(ListingView thing, Hindrance hindrance) {
        switch (hindrance) {
            case NOT_FOR_SALE -> throw BundleProblem.NOT_FOR_SALE.raise(thing.title());
            case KEPT_AT_POINT -> throw BundleProblem.KEPT_AT_POINT.raise(thing.title());
            case NONE, GONE -> {}
        }
    }

    private Mono<Void> checkUnpaid(AccountId buyer) {
        return orders.countUnpaid(buyer)
                .filter(unpaid -> unpaid < settings.unpaidMax())
                .switchIfEmpty(Mono.error(() -> OrderProblem.TOO_MANY_UNPAID.raise(settings.unpaidMax())))
                .then();
    }

    private Mono<Held> reserve(AccountId buyer, List<ListingView> things) {
        var holders = things.stream()
                .map(ListingView::id)
                .collect(Collectors.toMap(Function.identity(), thing -> ids.next()));
        return listings.reserveTogether(buyer, holders)
                .flatMap(reservation -> reservation.gone().isEmpty()
                        ? Mono.just(new Held(
                                reservation.held(),
                                reservation.held().stream()
                                        .map(thing -> new OrderId(Objects.requireNonNull(holders.get(thing.id()))))
                                        .toList(),
                                QuoteBundle.pricesOf(reservation.held(), 0)))
                        : Mono.error(gone(things, reservation.gone())));
    }

    private static RuntimeException gone(List<ListingView> things, List<ListingId> gone) {
        var lost = things.stream().filter(thing -> gone.contains(thing.id())).toList();
        return BundleProblem.NOT_AVAILABLE
                .raise(QuoteBundle.titles(lost))
                .with("gone", lost.stream().map(Gone::of).toList());
    }

    /** Empty where the goods change hands in person. */
    private Mono<Optional<Sending>> sendingOf(AccountId buyer, Held held, @Nullable AddressId to) {
        return to == null
                ? Mono.just(Optional.empty())
                : shipments
                        .provinceOf(buyer, to)
                        .map(province -> Optional.of(
                                quoteBundle.send(held.things(), held.prices().prices(), province)));
    }

    private Mono<List<Order>> order(BundleId id, AccountId buyer, Held held, @Nullable Sending sending) {
        var now = clock.instant();
        var code = "%06d".formatted(random.nextInt(PICKUP_CODES));
        var placed = IntStream.range(0, held.things().size())
                .mapToObj(i -> order(id, buyer, held, i, sending, code))
                .toList();
        return orders.add(new Bundle(
                        id, ShortCode.of('Q', id.value()), held.prices().percent(), now))
                .thenMany(Flux.fromIterable(placed).concatMap(orders::add))
                .then(Mono.just(placed));
    }

    private Order order(BundleId id, AccountId buyer, Held held, int i, @Nullable Sending sending, String pickupCode) {
        var now = clock.instant();
        var listing = held.things().get(i);
        var price = held.prices().prices().get(i);
        var order = held.orders().get(i);
        var pieces = listing.isUnique() ? null : (Integer) 1;
        return new Order(
                order,
                ShortCode.of('D', order.value()),
                OrderState.AWAITING_PAYMENT,
                listing.id().value(),
                buyer,
                listing.seller(),
                price,
                pieces,
                FeeRule.CURRENT.feeOf(price),
                FeeRule.CURRENT.id(),
                Snapshots.of(listing, price, pieces),
                sending == null ? null : sending.deliveries().get(i),
                new BundlePart(
                        id, i, held.things().size(), held.prices().discounts().get(i)),
                pickupCode,
                0,
                null,
                null,
                now.plus(OrderTimer.PAY.after()),
                now);
    }

    private Mono<Void> prepareShipment(
            BundleId id, AccountId buyer, @Nullable AddressId to, @Nullable Sending sending) {
        return to == null || sending == null ? Mono.empty() : shipments.prepare(id.value(), buyer, to, sending.grams());
    }

    private Mono<Void> requestPayment(BundleId id, AccountId buyer, List<Order> placed) {
        var parts = placed.stream().collect(Collectors.toMap(order -> order.id().value(), Order::total));
        var title = placed.getFirst().snapshot().title();
        var description = "循市 %s %s +%d".formatted(ShortCode.of('Q', id.value()), title, placed.size() - 1);
        return payments.requestTogether(id.value(), buyer, parts, description).then();
    }

    private Mono<Void> tell(List<Order> placed) {
        return Flux.range(0, placed.size())
                .concatMap(i -> events.publish(new OrderPlaced(
                        ids.next(), placed.get(i).placedAt(), placed.get(i).facts(BundlePart.stepOf(i, placed)))))
                .then();
    }

    /** A provider that does not answer is asked again by the buyer. */
    private Mono<Void> tellProvider(BundleId id) {
        return payments.findByOrder(id.value())
                .flatMap(payment -> payments.start(payment.id()))
                .then()
                .onErrorComplete();
    }

    /** What somebody else has. */
    public record Gone(UUID id, String title) {
        static Gone of(ListingView thing) {
            return new Gone(thing.id().value(), thing.title());
        }
    }

    /** @param things in the order in which they are locked, which is that of the orders and the prices */
    private record Held(List<ListingView> things, List<OrderId> orders, BundlePrices prices) {

        Held priced(int percent) {
            return new Held(things, orders, QuoteBundle.pricesOf(things, percent));
        }

        AccountId seller() {
            return things.getFirst().seller();
        }
    }
}
