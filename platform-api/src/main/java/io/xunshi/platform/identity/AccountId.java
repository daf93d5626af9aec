package io.xunshi.platform.identity;

import java.io.Serializable;
import java.util.UUID;

/** An account; tells nothing about the person behind it. */
public record AccountId(UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
