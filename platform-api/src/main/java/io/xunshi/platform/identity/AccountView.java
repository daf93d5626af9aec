package io.xunshi.platform.identity;

import java.time.Instant;
import java.util.Set;

/**
 * What other modules may know of an account.
 *
 * @param displayName chosen by the person, shown to everybody
 * @param maskedContact phone or e-mail with its middle hidden, <code>138****1234</code>
 */
public record AccountView(
        AccountId id,
        String displayName,
        String maskedContact,
        Set<Role> roles,
        boolean realNameVerified,
        Instant createdAt) {

    public AccountView {
        roles = Set.copyOf(roles);
    }

    /** Of an account that nobody is behind, be it a machine's or one that was erased: an id that records refer to. */
    public static AccountView ofNobody(AccountId id, String displayName, Instant createdAt) {
        return new AccountView(id, displayName, "", Set.of(), false, createdAt);
    }
}
