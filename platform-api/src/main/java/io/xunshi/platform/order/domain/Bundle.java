package io.xunshi.platform.order.domain;

import io.xunshi.platform.order.BundleId;
import java.time.Instant;

/**
 * What purchases that were made together have in common.
 *
 * @param code what people read aloud, <code>Q…</code>
 * @param percent what the seller took off each price
 */
public record Bundle(BundleId id, String code, int percent, Instant placedAt) {
    /** Fewer are an ordinary purchase. */
    public static final int THINGS_MIN = 2;

    /** What one person carries to one meeting, and one transaction locks in a moment. */
    public static final int THINGS_MAX = 10;
}
