package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderView;
import io.xunshi.platform.order.Orders;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.storage.OrderRepository;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers observers. */
@Component
class PublishedOrders implements Orders {
    private final OrderRepository orders;

    PublishedOrders(OrderRepository orders) {
        this.orders = orders;
    }

    @Override
    public Mono<OrderView> find(OrderId id) {
        return orders.find(id).flatMap(this::view);
    }

    @Override
    public Mono<OrderView> findByCode(String code) {
        return orders.findByCode(ShortCode.normalize(code)).flatMap(this::view);
    }

    @Override
    public Flux<OrderView> findOfParty(AccountId party, int limit) {
        return orders.findOfParty(party, limit).concatMap(this::view);
    }

    @Override
    public Flux<OrderView> findOfListing(UUID listingId, int limit) {
        return orders.findOfListing(listingId, limit).concatMap(this::view);
    }

    @Override
    public Flux<OrderView> findNewest(int limit) {
        return orders.findNewest(limit).concatMap(this::view);
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
