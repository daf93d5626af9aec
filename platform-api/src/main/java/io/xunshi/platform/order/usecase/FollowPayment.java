package io.xunshi.platform.order.usecase;

import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.StepCause;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.payment.Payments;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Moves orders as their money moves. The rule for late payments: money that becomes ready after its hold has ended is
 * taken if the item is still there, and given back at once if it is not; either way the buyer never pays for something
 * that somebody else has. Orders that are paid for together are all taken, or none of them is.
 */
@Component
public class FollowPayment {
    private final OrderRepository orders;
    private final MoveOrder moveOrder;
    private final Listings listings;
    private final Payments payments;

    FollowPayment(OrderRepository orders, MoveOrder moveOrder, Listings listings, Payments payments) {
        this.orders = orders;
        this.moveOrder = moveOrder;
        this.listings = listings;
        this.payments = payments;
    }

    /** @param id the order's, or that of a bundle, whose orders go together until the money is taken */
    @Transactional
    public Mono<Void> authorized(UUID id) {
        return orders.lockTogether(id)
                .flatMap(paidFor -> switch (paidFor.getFirst().state()) {
                    case AWAITING_PAYMENT -> collect(paidFor, StepCause.PAID_IN_TIME);
                    case EXPIRED -> revive(paidFor);
                    case COLLECTING,
                            PAID,
                            AWAITING_SHIPMENT,
                            CANCELLING_SHIPMENT,
                            IN_TRANSIT,
                            DELIVERED,
                            HANDED_OVER,
                            DISPUTED,
                            COMPLETED,
                            CANCELLING,
                            // Whoever called it off wanted the money back, whenever it comes.
                            CANCELLED -> Mono.empty();
                });
    }

    @Transactional
    public Mono<Void> captured(UUID id) {
        return orders.lockTogether(id)
                .map(paidFor -> in(OrderState.COLLECTING, paidFor))
                .filter(collected -> !collected.isEmpty())
                .flatMap(collected ->
                        moveOrder.moveTogether(collected, afterPayment(collected), StepCause.MONEY_IN_ESCROW, null))
                .then();
    }

    /** Voided or refunded: either way the buyer has the money. */
    @Transactional
    public Mono<Void> givenBack(UUID id) {
        return orders.lockTogether(id)
                .map(paidFor -> in(OrderState.CANCELLING, paidFor))
                .filter(cancelled -> !cancelled.isEmpty())
                .flatMap(cancelled ->
                        moveOrder.moveTogether(cancelled, OrderState.CANCELLED, StepCause.MONEY_RETURNED, null))
                .then();
    }

    private Mono<Void> collect(List<Order> paidFor, StepCause cause) {
        return moveOrder
                .moveTogether(paidFor, OrderState.COLLECTING, cause, null)
                .then();
    }

    private Mono<Void> revive(List<Order> expired) {
        return holdAgain(expired).flatMap(isHeld -> isHeld ? collect(expired, StepCause.PAID_LATE) : giveBack(expired));
    }

    /** All of them, or none is changed. */
    private Mono<Boolean> holdAgain(List<Order> expired) {
        var first = expired.getFirst();
        return expired.size() == 1
                ? listings.reserve(listing(first), first.buyer(), first.id().value(), first.count())
                        .hasElement()
                : listings.reserveTogether(first.buyer(), holdersOf(expired))
                        .map(reservation -> reservation.gone().isEmpty());
    }

    private Mono<Void> giveBack(List<Order> expired) {
        return Flux.fromIterable(expired)
                .concatMap(order -> payments.wantGivenBack(order.id().value()))
                .then();
    }

    private static Map<ListingId, UUID> holdersOf(List<Order> expired) {
        return expired.stream()
                .collect(Collectors.toMap(
                        FollowPayment::listing, order -> order.id().value()));
    }

    private static OrderState afterPayment(List<Order> collected) {
        return collected.getFirst().delivery() == null ? OrderState.PAID : OrderState.AWAITING_SHIPMENT;
    }

    private static List<Order> in(OrderState state, List<Order> paidFor) {
        return paidFor.stream().filter(order -> order.state() == state).toList();
    }

    private static ListingId listing(Order order) {
        return new ListingId(order.listingId());
    }
}
