package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.Side;
import java.time.Duration;
import java.util.Objects;

/** A dispute with the purchase that it is about. */
public record DisputeCase(Dispute dispute, Order order) {

    /** Who gets what if so much is refunded. */
    public RefundSplit split(Money refund) {
        return RefundSplit.of(
                order.price(), order.delivery(), refund, dispute.reason(), FeeRule.named(order.feeRule()));
    }

    public Side sideOf(AccountId person) {
        return order.sideOf(person);
    }

    /** Whether the purchase waits for the dispute; one that was complete before stays so. */
    public boolean holdsPurchase() {
        return order.state() == OrderState.DISPUTED;
    }

    /** Of the purchase's own timer. */
    public Duration timeLeft() {
        return Objects.requireNonNullElse(dispute.timeLeft(), Duration.ZERO);
    }
}
