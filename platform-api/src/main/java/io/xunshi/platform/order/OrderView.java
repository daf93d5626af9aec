package io.xunshi.platform.order;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as other modules see it.
 *
 * @param code what people read aloud, <code>D…</code>
 * @param price of all pieces
 * @param pieces how many of a stock; null for a unique thing
 * @param fee what the platform keeps of the price, frozen when the order was placed
 * @param snapshot what was offered, frozen when the order was placed
 * @param steps what happened, oldest first
 * @param deadline when the state's timer ends its waiting; null where nothing is waited for
 */
public record OrderView(
        OrderId id,
        String code,
        OrderState state,
        UUID listingId,
        AccountId buyer,
        AccountId seller,
        Money price,
        @Nullable Integer pieces,
        Money fee,
        OrderSnapshot snapshot,
        List<Step> steps,
        @Nullable Instant deadline,
        Instant placedAt) {

    public OrderView {
        steps = List.copyOf(steps);
    }

    /**
     * One transition.
     *
     * @param reason what a party wrote when it objected or cancelled; null where nobody wrote anything
     */
    public record Step(
            OrderState state,
            Instant at,
            StepCause cause,
            @Nullable String reason) {}
}
