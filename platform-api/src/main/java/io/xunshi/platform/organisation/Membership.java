package io.xunshi.platform.organisation;

import io.xunshi.platform.identity.AccountId;
import java.util.Set;

/** Who acts for whom. */
public record Membership(OrganisationId organisation, AccountId person, Set<MemberRole> roles) {

    public Membership {
        roles = Set.copyOf(roles);
    }

    /** Whether the member may do what one of the roles may; an owner may do everything. */
    public boolean hasAny(MemberRole... anyOf) {
        return roles.contains(MemberRole.OWNER) || Set.of(anyOf).stream().anyMatch(roles::contains);
    }
}
