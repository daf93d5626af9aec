package io.xunshi.platform.consignment;

import java.util.UUID;

/** A consignment point. */
public record PointId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
