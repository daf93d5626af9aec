package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.OrderSnapshot;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.OrderView;
import io.xunshi.platform.order.Orders;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.Snapshots;
import io.xunshi.platform.order.storage.OrderRepository;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers later modules. */
@Component
class PublishedOrders implements Orders {
    private final OrderRepository orders;
    private final ChangeOrder changeOrder;

    PublishedOrders(OrderRepository orders, ChangeOrder changeOrder) {
        this.orders = orders;
        this.changeOrder = changeOrder;
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
                        order.fee(),
                        order.snapshot(),
                        steps,
                        order.deadline(),
                        order.placedAt()));
    }
}
