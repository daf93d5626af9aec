package io.xunshi.platform.order;

import java.util.UUID;

/** One round of giving a thing away. */
public record GiftId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
