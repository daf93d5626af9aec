package io.xunshi.platform.marketday.domain;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's stall at a market day (摊位), or their place on its waiting list.
 *
 * @param code what the organiser scans, <code>N…</code>; only its holder sees it
 * @param shownName what the organiser reads, chosen for the day
 * @param goods root categories of what will be sold
 * @param number on the ground; null without one
 */
public record Stall(
        UUID id,
        String code,
        UUID dayId,
        AccountId holder,
        String shownName,
        List<String> goods,
        @Nullable Integer number,
        StallState state,
        Instant appliedAt) {

    public Stall {
        goods = List.copyOf(goods);
    }
}
