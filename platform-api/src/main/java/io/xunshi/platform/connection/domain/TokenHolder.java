package io.xunshi.platform.connection.domain;

import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose an access token is, and what it is good for. */
public record TokenHolder(
        UUID client,
        AccountId account,
        Set<Scope> scopes,
        @Nullable Instant lastUsedAt) {

    public TokenHolder {
        scopes = Set.copyOf(scopes);
    }
}
