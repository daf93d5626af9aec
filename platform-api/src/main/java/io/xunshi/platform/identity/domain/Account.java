package io.xunshi.platform.identity.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Role;
import java.time.Instant;
import java.util.Set;

/** An account with what only this module may see. */
public record Account(
        AccountId id,
        Contact contact,
        String displayName,
        String passwordHash,
        Set<Role> roles,
        boolean realNameVerified,
        Instant createdAt) {

    public AccountView view() {
        return new AccountView(id, displayName, contact.masked(), roles, realNameVerified, createdAt);
    }

    /** The same account with other roles. */
    public Account with(Set<Role> others) {
        return new Account(id, contact, displayName, passwordHash, Set.copyOf(others), realNameVerified, createdAt);
    }
}
