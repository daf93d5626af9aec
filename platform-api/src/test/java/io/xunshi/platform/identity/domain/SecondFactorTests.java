package io.xunshi.platform.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who holds an office without a second factor, and until when. */
class SecondFactorTests {
    private static final Duration GRACE = Duration.ofDays(30);
    private static final Instant GRANTED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant DUE = GRANTED.plus(GRACE);
    private static final Set<Role> OFFICER = Set.of(Role.RESIDENT, Role.REGULATOR);

    @Test
    void anOfficeIsHeldWithoutOneUntilItIsDue() {
        var without = new SecondFactor(false, GRANTED);

        assertThat(without.rolesOf(OFFICER, DUE.minusMillis(1), GRACE)).isEqualTo(OFFICER);
        assertThat(without.rolesOf(OFFICER, DUE, GRACE)).containsExactly(Role.RESIDENT);
    }

    @Test
    void anOfficeIsHeldWithOneForEver() {
        assertThat(new SecondFactor(true, GRANTED).rolesOf(OFFICER, DUE.plus(GRACE), GRACE))
                .isEqualTo(OFFICER);
    }

    @Test
    void whoActsForNobodyElseNeedsNone() {
        assertThat(SecondFactor.isNeededFor(Set.of(Role.RESIDENT, Role.ORGANISATION_MEMBER)))
                .isFalse();
        assertThat(SecondFactor.isNeededFor(OFFICER)).isTrue();
    }
}
