package io.xunshi.platform.identity;

import java.io.Serializable;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/** The person behind a request; controllers take it as <code>@AuthenticationPrincipal</code>. Stored in the session. */
public record SignedIn(AccountId id, Set<Role> roles) implements AuthenticatedPrincipal, Serializable {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return id.toString();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
