package io.xunshi.platform.organisation;

import java.util.UUID;

/** An organisation. */
public record OrganisationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
