package io.xunshi.platform.corner;

import java.util.UUID;

/** A school's book corner. */
public record CornerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
