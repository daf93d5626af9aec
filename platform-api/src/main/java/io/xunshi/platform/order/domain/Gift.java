package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.GiftTerms;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.GiftFacts;
import io.xunshi.platform.order.GiftId;
import io.xunshi.platform.order.GiftState;
import io.xunshi.platform.order.OrderSnapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One round of giving a thing away, with what only this module may see.
 *
 * @param terms as they were when the first one asked
 * @param seed what a draw is drawn from, 64 hexadecimal digits; nobody is told before the draw
 * @param closesAt when asking ends; null until somebody asks, and where the first who asks gets it
 * @param drawnAt null where nothing was drawn
 * @param snapshot what was promised first; null until something was
 * @param codeLockedUntil null where codes may be tried
 * @param deadline when the timer of the state ends its waiting; null where nothing is waited for
 */
public record Gift(
        GiftId id,
        String code,
        GiftState state,
        ListingId listing,
        AccountId giver,
        GiftTerms terms,
        String seed,
        int asks,
        @Nullable Instant closesAt,
        @Nullable Instant drawnAt,
        @Nullable OrderSnapshot snapshot,
        @Nullable Instant codeLockedUntil,
        @Nullable Instant deadline,
        Instant openedAt) {

    public String commitment() {
        return GiftDraw.commitmentTo(seed);
    }

    public GiftFacts facts() {
        return new GiftFacts(id.value(), code, listing.value(), giver, terms.choice());
    }

    public boolean isDueAt(Instant now) {
        return deadline != null && !deadline.isAfter(now);
    }
}
