package io.xunshi.platform.tender;

import java.util.UUID;

/** A tender (询价单) of one buyer. */
public record TenderId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
