package io.xunshi.platform.identity;

import java.util.UUID;

/** An account; tells nothing about the person behind it. */
public record AccountId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
