package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.OrderSnapshot;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a swap, with the thing that they give to the next.
 *
 * @param id also that of their payment, where they pay
 * @param pays the balance (补差价): what they pay on top; negative for who gets it
 * @param fee what the platform keeps of what they get
 * @param feeRule the rule that the fee was computed by
 * @param thing as it was when it was proposed, and with today's papers once all had consented
 * @param handedOver whether the next has what they give
 * @param returned whether they have it back
 * @param code six digits that they show when a thing is put into their hands
 * @param codeTries wrong codes that they typed since the last pause
 * @param codeLockedUntil null where they may try codes
 */
public record SwapParty(
        UUID id,
        AccountId person,
        UUID listingId,
        Money pays,
        Money fee,
        String feeRule,
        OrderSnapshot thing,
        boolean consented,
        boolean handedOver,
        boolean returned,
        String code,
        int codeTries,
        @Nullable Instant codeLockedUntil) {

    /** Whether what they give is with somebody who shall bring it back, should nothing come of the swap. */
    public boolean isAway() {
        return handedOver && !returned;
    }
}
