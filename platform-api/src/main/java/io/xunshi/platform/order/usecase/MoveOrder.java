package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.BundleStep;
import io.xunshi.platform.order.OrderEvents;
import io.xunshi.platform.order.OrderEvents.HandoverObjected;
import io.xunshi.platform.order.OrderEvents.OrderCancellationBegun;
import io.xunshi.platform.order.OrderEvents.OrderCancelled;
import io.xunshi.platform.order.OrderEvents.OrderCompleted;
import io.xunshi.platform.order.OrderEvents.OrderDelivered;
import io.xunshi.platform.order.OrderEvents.OrderExpired;
import io.xunshi.platform.order.OrderEvents.OrderHandedOver;
import io.xunshi.platform.order.OrderEvents.OrderPaid;
import io.xunshi.platform.order.OrderEvents.OrderParcelLost;
import io.xunshi.platform.order.OrderEvents.OrderPaymentAccepted;
import io.xunshi.platform.order.OrderEvents.OrderRefunded;
import io.xunshi.platform.order.OrderEvents.OrderShipmentCancellationBegun;
import io.xunshi.platform.order.OrderEvents.OrderShipmentWanted;
import io.xunshi.platform.order.OrderEvents.OrderShipped;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.OrderView.Step;
import io.xunshi.platform.order.StepCause;
import io.xunshi.platform.order.domain.BundlePart;
import io.xunshi.platform.order.domain.Delivery;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.OrderTimer;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import io.xunshi.platform.shipping.Shipments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes one step of the process inside the caller's transaction: the state, the lock on the item, the money and the
 * news change together, or nothing does. What a state means for item and money is said here and nowhere else.
 */
@Component
class MoveOrder {
    private final OrderRepository orders;
    private final Listings listings;
    private final Payments payments;
    private final Shipments shipments;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    MoveOrder(
            OrderRepository orders,
            Listings listings,
            Payments payments,
            Shipments shipments,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.orders = orders;
        this.listings = listings;
        this.payments = payments;
        this.shipments = shipments;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Order> move(Order order, OrderState to, StepCause cause) {
        return move(order, to, cause, null);
    }

    /** Raises {@link OrderProblem#WRONG_STATE} where the order has moved on meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Order> move(Order order, OrderState to, StepCause cause, @Nullable String reason) {
        return move(order, new Step(to, clock.instant(), cause, reason), null);
    }

    /** What was bought together takes a step at one moment, and nobody is told of it several times. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<List<Order>> moveTogether(List<Order> orders, OrderState to, StepCause cause, @Nullable String reason) {
        var step = new Step(to, clock.instant(), cause, reason);
        return Flux.range(0, orders.size())
                .concatMap(i -> move(orders.get(i), step, BundlePart.stepOf(i, orders)))
                .collectList();
    }

    private Mono<Order> move(Order order, Step step, @Nullable BundleStep together) {
        if (order.state() == OrderState.DISPUTED) {
            // It leads on, but only its dispute does.
            return Mono.error(OrderProblem.WRONG_STATE.raise());
        }
        return checkGoods(order, step.state())
                .then(Mono.defer(() -> step(order, step, deadlineIn(step.state(), step.at()))))
                .flatMap(moved -> consequences(order, moved).thenReturn(moved))
                .delayUntil(moved -> events.publish(news(order.state(), moved, together, step.at())));
    }

    /** Stops it for a dispute, which tells the news itself: its own timer pauses. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Order> freeze(Order order) {
        return step(order, new Step(OrderState.DISPUTED, clock.instant(), StepCause.DISPUTE_OPENED, null), null);
    }

    /** Lets it go on where it stood, with the time that was left. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Order> thaw(Order disputed, OrderState to, Duration left) {
        var now = clock.instant();
        return step(disputed, new Step(to, now, StepCause.DISPUTE_WITHDRAWN, null), now.plus(left));
    }

    /** Ends it with the outcome of a dispute, which shares out its money. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Order> endDispute(Order disputed, OrderState to, boolean isItemOfferedAgain) {
        var now = clock.instant();
        return step(disputed, new Step(to, now, StepCause.DISPUTE_ENDED, null), deadlineIn(to, now))
                .delayUntil(order -> isItemOfferedAgain
                        ? listings.release(listing(order), order.id().value())
                        : listings.markSold(listing(order), order.id().value()))
                .delayUntil(order -> to == OrderState.COMPLETED
                        ? events.publish(news(disputed.state(), order, null, now))
                        : Mono.empty());
    }

    /**
     * Ends it once the buyer has what a dispute gave them, which is not all that was paid: shipping that was spent
     * stays spent.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Order> endRefund(Order refunded) {
        var now = clock.instant();
        return step(refunded, new Step(OrderState.CANCELLED, now, StepCause.MONEY_RETURNED, null), null)
                .delayUntil(ended -> events.publish(news(refunded.state(), ended, null, now)));
    }

    private Mono<Order> step(Order order, Step step, @Nullable Instant deadline) {
        return order.state().next().contains(step.state())
                ? orders.move(order.id(), order.state(), step, deadline)
                        .switchIfEmpty(Mono.error(OrderProblem.WRONG_STATE::raise))
                : Mono.error(OrderProblem.WRONG_STATE.raise());
    }

    private static @Nullable Instant deadlineIn(OrderState state, Instant now) {
        return OrderTimer.of(state).map(timer -> now.plus(timer.after())).orElse(null);
    }

    /** What today's rules do not let change hands is not handed over, whatever they were when it was promised. */
    private Mono<Void> checkGoods(Order order, OrderState to) {
        var changesHands = to == OrderState.HANDED_OVER || to == OrderState.COMPLETED;
        return order.state() == OrderState.PAID && changesHands
                ? listings.checkHandover(listing(order), order.snapshot().categoryCode())
                : Mono.empty();
    }

    private Mono<Void> consequences(Order from, Order order) {
        return switch (order.state()) {
            case COLLECTING -> accept(order);
            case AWAITING_SHIPMENT ->
                orders.remindAt(order.id(), clock.instant().plus(OrderTimer.REMIND_TO_SHIP));
            case CANCELLING_SHIPMENT -> shipments.wantVoided(order.parcel());
            case IN_TRANSIT -> payCarrier(order);
            case COMPLETED ->
                payments.releaseEscrow(order.id().value(), order.seller(), order.inEscrow(), order.fee())
                        .then(listings.markSold(listing(order), order.id().value()));
            case EXPIRED -> listings.release(listing(order), order.id().value());
            case CANCELLED, CANCELLING -> from.state() == OrderState.IN_TRANSIT ? lose(order) : callOff(from, order);
            case AWAITING_PAYMENT, PAID, DELIVERED, HANDED_OVER, DISPUTED -> Mono.empty();
        };
    }

    private Mono<Void> callOff(Order from, Order order) {
        var isNeverSent = order.delivery() != null && from.state() == OrderState.AWAITING_PAYMENT;
        return listings.release(listing(order), order.id().value())
                .then(giveBack(order))
                .then(isNeverSent ? shipments.wantVoided(order.parcel()) : Mono.empty());
    }

    private Mono<Void> payCarrier(Order order) {
        var delivery = deliveryOf(order);
        return payments.payCarrier(order.id().value(), delivery.shipping())
                .then(orders.putCarrier(order.id(), true, delivery.hasCarrierFailed()))
                .then();
    }

    /** The goods are gone: nobody is offered them again, and the carrier bears price and shipping. */
    private Mono<Void> lose(Order order) {
        var delivery = deliveryOf(order);
        var owed = order.price().compareTo(delivery.coverage()) < 0 ? order.price() : delivery.coverage();
        return shipments
                .declareLost(order.parcel())
                .then(payments.returnFromCarrier(order.id().value(), delivery.shipping()))
                .then(orders.putCarrier(order.id(), false, true))
                .then(payments.compensateFromCarrier(order.id().value(), order.seller(), owed))
                .then(listings.markSold(listing(order), order.id().value()))
                .then(giveBack(order));
    }

    private static Delivery deliveryOf(Order order) {
        return Objects.requireNonNull(order.delivery(), () -> order.code() + " is not sent");
    }

    private Mono<Void> accept(Order order) {
        return payments.findByOrder(order.id().value()).map(PaymentView::id).flatMap(payments::wantCaptured);
    }

    private Mono<Void> giveBack(Order order) {
        return payments.wantGivenBack(order.id().value());
    }

    private OrderEvents news(OrderState from, Order order, @Nullable BundleStep together, Instant now) {
        UUID id = ids.next();
        var facts = order.facts(together);
        return switch (order.state()) {
            case COLLECTING -> new OrderPaymentAccepted(id, now, facts);
            case PAID ->
                from == OrderState.HANDED_OVER ? new HandoverObjected(id, now, facts) : new OrderPaid(id, now, facts);
            case AWAITING_SHIPMENT -> new OrderShipmentWanted(id, now, facts);
            case CANCELLING_SHIPMENT -> new OrderShipmentCancellationBegun(id, now, facts);
            case IN_TRANSIT -> new OrderShipped(id, now, facts);
            case DELIVERED -> new OrderDelivered(id, now, facts);
            case HANDED_OVER -> new OrderHandedOver(id, now, facts);
            case COMPLETED -> new OrderCompleted(id, now, facts);
            case EXPIRED -> new OrderExpired(id, now, facts);
            case CANCELLING ->
                from == OrderState.IN_TRANSIT
                        ? new OrderParcelLost(id, now, facts)
                        : new OrderCancellationBegun(id, now, facts);
            case CANCELLED ->
                from == OrderState.CANCELLING ? new OrderRefunded(id, now, facts) : new OrderCancelled(id, now, facts);
            case AWAITING_PAYMENT, DISPUTED -> throw new IllegalStateException("No move leads to " + order.state());
        };
    }

    private static ListingId listing(Order order) {
        return new ListingId(order.listingId());
    }

    /** Who asks, where it matters: a stranger's order does not exist for them. */
    static Mono<Order> visibleTo(AccountId person, Mono<Order> found) {
        return found.filter(order -> order.concerns(person)).switchIfEmpty(Mono.error(OrderProblem.NOT_FOUND::raise));
    }
}
