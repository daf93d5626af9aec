package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.order.GiftAskState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's asking for a gift.
 *
 * @param note why they would like it; only the giver reads it
 * @param ticket 32 hexadecimal digits that the asker's browser chose; it stands for the asker in a draw
 * @param place in which order the thing is offered; null until that is known
 * @param pickupCode six digits that the receiver shows when fetching it
 * @param objection what who did not come says to that; null where they say nothing
 */
public record GiftAsk(
        UUID id,
        AccountId asker,
        GiftAskState state,
        String note,
        String ticket,
        @Nullable Integer place,
        String pickupCode,
        Instant askedAt,
        @Nullable String objection) {}
