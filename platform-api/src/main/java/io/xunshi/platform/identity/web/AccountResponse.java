package io.xunshi.platform.identity.web;

import io.xunshi.platform.identity.Role;
import io.xunshi.platform.identity.domain.Account;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One's own account. */
record AccountResponse(
        UUID id,
        String displayName,
        String maskedContact,
        List<Role> roles,
        boolean realNameVerified,
        Instant createdAt) {

    static AccountResponse of(Account account) {
        return new AccountResponse(
                account.id().value(),
                account.displayName(),
                account.contact().masked(),
                account.roles().stream().sorted().toList(),
                account.realNameVerified(),
                account.createdAt());
    }
}
