package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.corner.domain.Condition;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a till scanned.
 *
 * @param id made by the till: sent again it happens once
 * @param card of whoever brings or takes the book; null for the school's own, and for a return by label
 * @param book an ISBN, or a copy's label
 */
public record NewScan(UUID id, Kind kind, @Nullable String card, String book, Condition condition) {

    /** What is done with the book. */
    public enum Kind {
        /** 换入: it becomes the corner's. */
        GIVE,
        /** 换走: it becomes the reader's. */
        TAKE,
        BORROW,
        RETURN
    }
}
