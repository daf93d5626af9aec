package io.xunshi.platform.order;

import java.util.UUID;

/** A swap. */
public record SwapId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
