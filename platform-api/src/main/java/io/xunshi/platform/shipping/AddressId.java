package io.xunshi.platform.shipping;

import java.util.UUID;

/** An address in a person's book. */
public record AddressId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
