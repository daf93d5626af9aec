package io.xunshi.platform.order;

import java.util.UUID;

/** A dispute; also the reason under which its money moves, so that it moves once. */
public record DisputeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
