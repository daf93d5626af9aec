package io.xunshi.platform.marketday.web;

import io.xunshi.platform.marketday.domain.Stall;
import io.xunshi.platform.marketday.domain.StallState;
import io.xunshi.platform.marketday.usecase.FindDays.Held;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stall as its holder sees it.
 *
 * @param code what the organiser scans, <code>N…</code>
 * @param goods root categories
 * @param number on the ground; null without one
 */
record StallResponse(
        UUID id,
        String code,
        String shownName,
        List<String> goods,
        @Nullable Integer number,
        StallState state,
        Instant appliedAt,
        MarketDayResponse day) {

    static StallResponse of(Held held) {
        Stall stall = held.stall();
        return new StallResponse(
                stall.id(),
                stall.code(),
                stall.shownName(),
                stall.goods(),
                stall.number(),
                stall.state(),
                stall.appliedAt(),
                MarketDayResponse.of(held.day()));
    }
}
