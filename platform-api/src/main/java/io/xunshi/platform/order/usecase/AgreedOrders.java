package io.xunshi.platform.order.usecase;

import io.xunshi.platform.order.AgreedPurchases;
import io.xunshi.platform.order.Agreement;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.OrderTimer;
import io.xunshi.platform.order.usecase.PlaceOrder.Terms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Places what two people have agreed on elsewhere. */
@Component
class AgreedOrders implements AgreedPurchases {
    private final PlaceOrder placeOrder;

    AgreedOrders(PlaceOrder placeOrder) {
        this.placeOrder = placeOrder;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<OrderId> place(Agreement agreement) {
        var payWithin = agreement.isBuyerHere() ? OrderTimer.PAY.after() : OrderTimer.PAY_ONCE_TOLD;
        return placeOrder
                .hold(agreement.buyer(), agreement.listing(), Terms.agreed(agreement.price(), payWithin))
                .map(Order::id);
    }

    @Override
    public Mono<Void> startPayment(OrderId id) {
        return placeOrder.tellProvider(id);
    }
}
