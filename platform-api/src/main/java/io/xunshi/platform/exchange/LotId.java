package io.xunshi.platform.exchange;

import java.util.UUID;

/** A lot (货源): some of one material that one seller offers as a whole or in parts. */
public record LotId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
