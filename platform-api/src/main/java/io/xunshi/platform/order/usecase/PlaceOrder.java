package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.listing.SimilarListings;
import io.xunshi.platform.order.OrderEvents.OrderPlaced;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.domain.Delivery;
import io.xunshi.platform.order.domain.FeeRule;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.OrderTimer;
import io.xunshi.platform.order.domain.Snapshots;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.payment.Payments;
import io.xunshi.platform.shipping.AddressId;
import io.xunshi.platform.shipping.Shipments;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Buys: holds the item, freezes what was promised, records the payment, all in one transaction; then tells the payment
 * provider. A provider that does not answer leaves the order standing, and paying can be tried again.
 */
@Component
public class PlaceOrder {
    private static final int PICKUP_CODES = 1_000_000;
    private static final int ALTERNATIVES_MAX = 6;

    private final OrderRepository orders;
    private final Listings listings;
    private final SimilarListings similarListings;
    private final Payments payments;
    private final QuoteDelivery quoteDelivery;
    private final Shipments shipments;
    private final EventPublisher events;
    private final OrderSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PlaceOrder(
            OrderRepository orders,
            Listings listings,
            SimilarListings similarListings,
            Payments payments,
            QuoteDelivery quoteDelivery,
            Shipments shipments,
            EventPublisher events,
            OrderSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.orders = orders;
        this.listings = listings;
        this.similarListings = similarListings;
        this.payments = payments;
        this.quoteDelivery = quoteDelivery;
        this.shipments = shipments;
        this.events = events;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises {@link ListingProblem#NOT_AVAILABLE}, {@link ListingProblem#TOO_FEW_LEFT},
     * {@link OrderProblem#OWN_LISTING} or {@link OrderProblem#TOO_MANY_UNPAID}; nothing is held then. The first two
     * name <code>similar</code> listings, the second how many pieces are <code>left</code>. With an address it is sent
     * there, which also raises {@link OrderProblem#NOT_SENT}, {@link OrderProblem#PARCEL_TOO_HEAVY},
     * {@link OrderProblem#SHIPPING_NOT_COVERED} and what shipping refuses.
     *
     * @param pieces at least one; of a unique thing there is one
     * @param to of the buyer's; null where the goods change hands in person
     */
    public Mono<Order> place(AccountId buyer, ListingId listingId, int pieces, @Nullable AddressId to) {
        return hold(buyer, listingId, Terms.asAsked(pieces, to))
                .as(transaction::transactional)
                .delayUntil(order -> tellProvider(order.id()))
                .onErrorResume(ProblemException.class, refusal -> withAlternatives(refusal, listingId));
    }

    /** After the transaction: whoever lost the race must not keep a connection from the one who won it. */
    private Mono<Order> withAlternatives(ProblemException refusal, ListingId listingId) {
        return refusal.problem() == ListingProblem.NOT_AVAILABLE || refusal.problem() == ListingProblem.TOO_FEW_LEFT
                ? similarListings
                        .similarTo(listingId, ALTERNATIVES_MAX)
                        .flatMap(similar -> Mono.error(refusal.with("similar", similar)))
                : Mono.error(refusal);
    }

    /** In the caller's transaction; the provider must be told after it. */
    Mono<Order> hold(AccountId buyer, ListingId listingId, Terms terms) {
        var id = new OrderId(ids.next());
        return listings.find(listingId)
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .filter(listing -> !listing.seller().equals(buyer))
                .switchIfEmpty(Mono.error(OrderProblem.OWN_LISTING::raise))
                .then(orders.countUnpaid(buyer))
                .filter(unpaid -> unpaid < settings.unpaidMax())
                .switchIfEmpty(Mono.error(() -> OrderProblem.TOO_MANY_UNPAID.raise(settings.unpaidMax())))
                .then(listings.reserve(listingId, buyer, id.value(), terms.pieces()))
                .switchIfEmpty(Mono.defer(() -> whyNot(listingId, terms.pieces())))
                .flatMap(listing -> deliveryOf(buyer, listing, terms)
                        .map(delivery -> order(id, buyer, listing, terms, delivery))
                        .switchIfEmpty(Mono.fromCallable(() -> order(id, buyer, listing, terms, null)))
                        .delayUntil(order -> orders.add(order))
                        .delayUntil(order -> prepareShipment(order, listing, terms)))
                .delayUntil(order -> payments.request(
                        order.id().value(), buyer, order.total(), "循市 " + order.code() + " " + titleOf(order)))
                .delayUntil(order -> events.publish(new OrderPlaced(ids.next(), order.placedAt(), order.facts())));
    }

    /**
     * Somebody was faster: with all of it, or with so much that too little is left. One unique thing that is on offer
     * and cannot be had is lent for some days.
     */
    private Mono<ListingView> whyNot(ListingId listingId, int pieces) {
        return listings.find(listingId)
                .filter(listing -> listing.state() == ListingState.PUBLISHED && listing.forSale())
                .filter(listing -> !listing.isUnique() || pieces > 1)
                .map(listing -> Objects.requireNonNullElse(listing.left(), 1))
                .flatMap(left -> Mono.<ListingView>error(
                        ListingProblem.TOO_FEW_LEFT.raise(left).with("left", left)))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_AVAILABLE::raise));
    }

    private static String titleOf(Order order) {
        var title = order.snapshot().title();
        return order.pieces() == null ? title : title + " ×" + order.pieces();
    }

    /** A provider that does not answer is asked again by the buyer. */
    Mono<Void> tellProvider(OrderId id) {
        return payments.findByOrder(id.value())
                .flatMap(payment -> payments.start(payment.id()))
                .then()
                .onErrorComplete();
    }

    /** Empty where the goods change hands in person. */
    private Mono<Delivery> deliveryOf(AccountId buyer, ListingView listing, Terms terms) {
        var to = terms.to();
        return to == null
                ? Mono.empty()
                : shipments
                        .provinceOf(buyer, to)
                        .map(province -> quoteDelivery
                                .quote(listing, terms.pieces(), province)
                                .delivery());
    }

    private Mono<Void> prepareShipment(Order order, ListingView listing, Terms terms) {
        var to = terms.to();
        var shipping = listing.shipping();
        return to == null || shipping == null
                ? Mono.empty()
                : shipments.prepare(order.id().value(), order.buyer(), to, shipping.parcelGrams() * terms.pieces());
    }

    private Order order(OrderId id, AccountId buyer, ListingView listing, Terms terms, @Nullable Delivery delivery) {
        var now = clock.instant();
        var price = terms.priceOf(listing);
        var pieces = listing.left() == null ? null : (Integer) terms.pieces();
        return new Order(
                id,
                ShortCode.of('D', id.value()),
                OrderState.AWAITING_PAYMENT,
                listing.id().value(),
                buyer,
                listing.seller(),
                price,
                pieces,
                FeeRule.CURRENT.feeOf(price),
                FeeRule.CURRENT.id(),
                Snapshots.of(listing, price, pieces),
                delivery,
                null,
                "%06d".formatted(random.nextInt(PICKUP_CODES)),
                0,
                null,
                null,
                now.plus(terms.payWithin()),
                now);
    }

    /**
     * @param agreed null where the price is the one that the listing asks
     * @param pieces how many of a stock; one of a unique thing
     * @param payWithin how long the item is held for a buyer who has not paid
     * @param to where it is sent; null where the goods change hands in person
     */
    record Terms(
            @Nullable Money agreed,
            int pieces,
            Duration payWithin,
            @Nullable AddressId to) {

        static Terms asAsked(int pieces, @Nullable AddressId to) {
            return new Terms(null, pieces, OrderTimer.PAY.after(), to);
        }

        /** Of a unique thing, to be met in person. */
        static Terms agreed(Money price, Duration payWithin) {
            return new Terms(price, 1, payWithin, null);
        }

        Money priceOf(ListingView listing) {
            return agreed == null ? listing.price().times(pieces) : agreed;
        }
    }
}
