package io.xunshi.platform.custody.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for.
 *
 * @param bizStep a word of the standard's vocabulary; null for any
 * @param parcel that is used or made; null for any
 */
public record EventFilter(
        @Nullable String bizStep, @Nullable UUID parcel) {
    public static final EventFilter ALL = new EventFilter(null, null);
}
