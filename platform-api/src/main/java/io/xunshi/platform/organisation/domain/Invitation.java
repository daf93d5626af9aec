package io.xunshi.platform.organisation.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open invitation to act for an organisation.
 *
 * @param label by which the owner knows it again
 * @param invitee whose account was found by the contact that was named; null where none was, or none was found
 */
public record Invitation(
        UUID id,
        OrganisationId organisation,
        String label,
        Set<MemberRole> roles,
        @Nullable AccountId invitee,
        Instant invitedAt,
        Instant expiresAt) {

    public Invitation {
        roles = Set.copyOf(roles);
    }
}
