package io.xunshi.platform.order.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.usecase.FindBundles.WholeBundle;
import io.xunshi.platform.order.web.OrderResponse.Action;
import io.xunshi.platform.order.web.OrderResponse.Deadline;
import io.xunshi.platform.order.web.OrderResponse.Party;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was bought together, as one of its sides sees it. Where each thing stands says its own order.
 *
 * @param percent what the seller took off
 * @param asked what the things cost one by one
 * @param shipping what the buyer pays for the one parcel; nothing where the seller pays or there is none
 * @param total what the buyer pays at once, all in
 * @param payUrl the buyer's, while there is something to pay
 * @param pickupCode the buyer's one code for all of it, until the goods are handed over
 * @param deadline the first that runs out
 * @param actions what the reader may do with all of it now
 */
record BundleResponse(
        UUID id,
        String code,
        Side side,
        int percent,
        Money asked,
        Money discount,
        Money shipping,
        Money total,
        Party buyer,
        Party seller,
        boolean isSent,
        @Nullable Deadline deadline,
        @Nullable String payUrl,
        @Nullable String pickupCode,
        List<Action> actions,
        List<OrderResponse> orders,
        Instant placedAt) {

    static BundleResponse of(WholeBundle whole, AccountId reader) {
        var orders = whole.orders().stream()
                .map(order -> OrderResponse.of(order, reader))
                .toList();
        var placed = whole.orders().stream().map(one -> one.order()).toList();
        var first = orders.getFirst();
        return new BundleResponse(
                whole.bundle().id().value(),
                whole.bundle().code(),
                first.side(),
                whole.bundle().percent(),
                sum(placed, Order::askedPrice),
                sum(placed, order -> order.askedPrice().minus(order.price())),
                sum(placed, order -> order.total().minus(order.price())),
                sum(placed, Order::total),
                first.buyer(),
                first.seller(),
                first.delivery() != null,
                orders.stream()
                        .map(OrderResponse::deadline)
                        .filter(Objects::nonNull)
                        .min((one, other) -> one.at().compareTo(other.at()))
                        .orElse(null),
                firstOf(orders, OrderResponse::payUrl),
                firstOf(orders, OrderResponse::pickupCode),
                actionsOf(orders),
                orders,
                whole.bundle().placedAt());
    }

    /** What one of the orders alone is asked for, or disputed for, is not done to all of them. */
    private static List<Action> actionsOf(List<OrderResponse> orders) {
        var actions = EnumSet.noneOf(Action.class);
        orders.forEach(order -> actions.addAll(order.actions()));
        actions.removeAll(EnumSet.of(Action.OBJECT, Action.OPEN_DISPUTE));
        if (orders.stream().anyMatch(order -> order.state() == OrderState.AWAITING_SHIPMENT)) {
            actions.add(Action.CANCEL);
        }
        return List.copyOf(actions);
    }

    private static Money sum(List<Order> orders, Function<Order, Money> amount) {
        return orders.stream().map(amount).reduce(Money.fen(0), Money::plus);
    }

    private static @Nullable String firstOf(
            List<OrderResponse> orders, Function<OrderResponse, @Nullable String> what) {
        return orders.stream().map(what).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
