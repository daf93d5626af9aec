package io.xunshi.platform.messaging.domain;

import java.util.UUID;

/** A price offer. */
public record PriceOfferId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
