package io.xunshi.platform.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.domain.ControlTies.Tie;
import io.xunshi.platform.organisation.domain.DatedTies.DatedTie;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DatedTiesTests {
    private static final OrganisationId A = new OrganisationId(new UUID(0, 1));
    private static final OrganisationId B = new OrganisationId(new UUID(0, 2));
    private static final OrganisationId C = new OrganisationId(new UUID(0, 3));
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    @Test
    void aTieHoldsFromItsFirstDayToItsLast() {
        var history = new DatedTies(List.of(new DatedTie(new Tie(A, B), FIRST, LAST)));

        assertThat(history.wereUnderOneControl(FIRST.minusDays(1), A, B)).isFalse();
        assertThat(history.wereUnderOneControl(FIRST, A, B)).isTrue();
        assertThat(history.wereUnderOneControl(LAST, B, A)).isTrue();
        assertThat(history.wereUnderOneControl(LAST.plusDays(1), A, B)).isFalse();
        assertThat(history.mayHaveBeenUnderOneControl(A, B)).isTrue();
        assertThat(history.mayHaveBeenUnderOneControl(A, C)).isFalse();
    }

    @Test
    void tiesOfDifferentDaysDoNotAddUp() {
        var history = new DatedTies(
                List.of(new DatedTie(new Tie(A, B), FIRST, LAST), new DatedTie(new Tie(B, C), LAST.plusDays(1), null)));

        assertThat(history.wereUnderOneControl(LAST, A, C)).isFalse();
        assertThat(history.wereUnderOneControl(LAST.plusDays(1), A, C)).isFalse();
        assertThat(history.wereUnderOneControl(LAST.plusDays(1), B, C)).isTrue();
    }
}
