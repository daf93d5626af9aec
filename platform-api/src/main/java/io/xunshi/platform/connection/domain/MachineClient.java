package io.xunshi.platform.connection.domain;

import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program of an organisation.
 *
 * @param account by which it is known in what it does
 * @param scopes the most that its tokens are good for
 * @param secrets that are good now, the newest first
 * @param lastUsedAt to the minute; null where it never was
 */
public record MachineClient(
        UUID id,
        OrganisationId organisation,
        AccountId account,
        String name,
        Set<Scope> scopes,
        Instant madeAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        List<KeptSecret> secrets) {

    public MachineClient {
        scopes = Set.copyOf(scopes);
        secrets = List.copyOf(secrets);
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    public MachineClient with(List<KeptSecret> kept) {
        return new MachineClient(id, organisation, account, name, scopes, madeAt, revokedAt, lastUsedAt, kept);
    }

    /**
     * What is known of a secret after it was said.
     *
     * @param endsAt when it stops being good; null for the newest
     */
    public record KeptSecret(Instant madeAt, @Nullable Instant endsAt) {}
}
