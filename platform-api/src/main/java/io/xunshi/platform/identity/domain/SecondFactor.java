package io.xunshi.platform.identity.domain;

import io.xunshi.platform.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an account stands with a second factor.
 *
 * @param isOn whether it has one
 * @param officeSince since when it holds the roles that it holds
 */
public record SecondFactor(boolean isOn, Instant officeSince) {
    /** Whoever acts for others: officers, and those who handle the goods and the cash of a point. */
    private static final Set<Role> OFFICES =
            Set.of(Role.POINT_OPERATOR, Role.MODERATOR, Role.REGULATOR, Role.ADMINISTRATOR);

    /** Whether these roles need one. */
    public static boolean isNeededFor(Set<Role> roles) {
        return roles.stream().anyMatch(OFFICES::contains);
    }

    /** Until when an office is held without one. */
    public Instant dueAt(Duration grace) {
        return officeSince.plus(grace);
    }

    /** The roles that a new session has: offices only with a second factor, or until it is due. */
    public Set<Role> rolesOf(Set<Role> roles, Instant now, Duration grace) {
        return isOn || now.isBefore(dueAt(grace))
                ? roles
                : roles.stream().filter(role -> !OFFICES.contains(role)).collect(Collectors.toUnmodifiableSet());
    }
}
