package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.OrderSnapshot;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.OrderView;
import io.xunshi.platform.order.Orders;
import io.xunshi.platform.order.StepCause;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.Snapshots;
import io.xunshi.platform.order.storage.OrderRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers later modules. */
@Component
class PublishedOrders implements Orders {
    /**
     * Of one listing, those that are still open are among the newest: each that came to nothing made room for the next.
     */
    private static final int PURCHASES_MAX = 20;

    private final OrderRepository orders;
    private final ChangeOrder changeOrder;
    private final MoveOrder moveOrder;

    PublishedOrders(OrderRepository orders, ChangeOrder changeOrder, MoveOrder moveOrder) {
        this.orders = orders;
        this.changeOrder = changeOrder;
        this.moveOrder = moveOrder;
    }

    @Override
    public Mono<OrderView> find(OrderId id) {
        return orders.find(id).flatMap(this::view);
    }

    @Override
    public Flux<OrderView> findOfListing(UUID listingId, int limit) {
        return orders.findOfListing(listingId, limit).concatMap(this::view);
    }

    @Override
    public OrderSnapshot snapshotOf(ListingView listing) {
        return Snapshots.of(listing, listing.price());
    }

    @Override
    public Mono<OrderView> handOver(AccountId seller, UUID listingId, String pickupCode) {
        return orders.findOfListing(listingId, 1)
                .next()
                .filter(order -> order.seller().equals(seller))
                .filter(order -> order.state() == OrderState.PAID || order.state() == OrderState.HANDED_OVER)
                .switchIfEmpty(Mono.error(OrderProblem.NOT_FOUND::raise))
                .flatMap(order -> changeOrder.handOverWithCode(seller, order.id(), pickupCode))
                .flatMap(this::view);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<OrderView> callOff(AccountId seller, UUID listingId, StepCause cause) {
        return orders.findOfListing(listingId, PURCHASES_MAX)
                .filter(order -> order.seller().equals(seller))
                .filter(PublishedOrders::isWaitedFor)
                .next()
                .flatMap(order -> calledOffWith(order)
                        .flatMap(several -> moveOrder.moveTogether(several, afterCallingOff(order), cause, null))
                        .map(moved -> the(order, moved)))
                .flatMap(this::view);
    }

    /** What is paid and sent together is called off together, until each has its own part of the money. */
    private Mono<List<Order>> calledOffWith(Order order) {
        var part = order.part();
        return part == null || order.state() == OrderState.PAID
                ? Mono.just(List.of(order))
                : orders.lockTogether(part.bundle().value())
                        .map(all -> all.stream()
                                .filter(one -> one.state() == order.state())
                                .toList());
    }

    private static Order the(Order order, List<Order> moved) {
        return moved.stream()
                .filter(one -> one.id().equals(order.id()))
                .findFirst()
                .orElseThrow(OrderProblem.WRONG_STATE::raise);
    }

    private static boolean isWaitedFor(Order order) {
        return switch (order.state()) {
            case AWAITING_PAYMENT, COLLECTING, PAID, AWAITING_SHIPMENT -> true;
            case CANCELLING_SHIPMENT,
                    IN_TRANSIT,
                    DELIVERED,
                    HANDED_OVER,
                    DISPUTED,
                    COMPLETED,
                    EXPIRED,
                    CANCELLING,
                    CANCELLED -> false;
        };
    }

    private static OrderState afterCallingOff(Order order) {
        return switch (order.state()) {
            case AWAITING_PAYMENT -> OrderState.CANCELLED;
            case AWAITING_SHIPMENT -> OrderState.CANCELLING_SHIPMENT;
            default -> OrderState.CANCELLING;
        };
    }

    private Mono<OrderView> view(Order order) {
        return orders.stepsOf(order.id())
                .collectList()
                .map(steps -> new OrderView(
                        order.id(),
                        order.code(),
                        order.state(),
                        order.listingId(),
                        order.buyer(),
                        order.seller(),
                        order.price(),
                        order.pieces(),
                        order.fee(),
                        order.snapshot(),
                        steps,
                        order.deadline(),
                        order.placedAt()));
    }
}
