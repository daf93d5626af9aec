package io.xunshi.platform.organisation.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.MemberRole;
import java.time.Instant;
import java.util.Set;

/** Somebody who acts for an organisation. */
public record Member(AccountId person, Set<MemberRole> roles, Instant since) {

    public Member {
        roles = Set.copyOf(roles);
    }

    public boolean isOwner() {
        return roles.contains(MemberRole.OWNER);
    }
}
