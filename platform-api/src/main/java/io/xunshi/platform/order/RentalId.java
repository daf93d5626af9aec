package io.xunshi.platform.order;

import java.util.UUID;

/** A rental. */
public record RentalId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
