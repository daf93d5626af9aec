package io.xunshi.platform.order;

import java.util.UUID;

/** A purchase. */
public record OrderId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
