package io.xunshi.platform.connection.domain;

import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an organisation wants to be told.
 *
 * @param failingSince when the first of the attempts failed that have failed since; null where the last one did not
 * @param version grows with every edit by an owner
 */
public record WebhookEndpoint(
        UUID id,
        OrganisationId organisation,
        String url,
        List<WebhookType> types,
        EndpointState state,
        @Nullable Instant failingSince,
        Instant madeAt,
        long version) {

    public WebhookEndpoint {
        types = List.copyOf(types);
    }
}
