package io.xunshi.platform.deal;

import java.util.UUID;

/** A deal (成交) between two organisations over a lot or a part of it. */
public record DealId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
