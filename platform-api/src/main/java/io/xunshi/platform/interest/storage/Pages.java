package io.xunshi.platform.interest.storage;

import io.xunshi.platform.kernel.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where pages of lists begin whose newest comes first. */
final class Pages {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private Pages() {}

    static Cursor from(@Nullable Cursor after) {
        return after == null ? NEWEST : after;
    }
}
