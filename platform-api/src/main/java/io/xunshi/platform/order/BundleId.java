package io.xunshi.platform.order;

import java.util.UUID;

/** Several things of one seller that were bought together. */
public record BundleId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
