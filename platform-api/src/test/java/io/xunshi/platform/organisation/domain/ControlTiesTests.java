package io.xunshi.platform.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.domain.ControlTies.Tie;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Control makes groups, whatever the ties look like. */
class ControlTiesTests {
    private static final List<OrganisationId> ALL =
            LongStream.range(0, 12).mapToObj(ControlTiesTests::organisation).toList();

    @Test
    void nobodyIsTiedToAStranger() {
        assertThat(new ControlTies(List.of()).underOneControl(ALL.get(0), ALL.get(1)))
                .isFalse();
    }

    @Test
    void twoCompaniesOfOneHoldingAreUnderOneControl() {
        var ties = new ControlTies(List.of(new Tie(ALL.get(0), ALL.get(1)), new Tie(ALL.get(0), ALL.get(2))));

        assertThat(ties.underOneControl(ALL.get(1), ALL.get(2))).isTrue();
    }

    @Test
    void aCircleOfControlEnds() {
        var ties = new ControlTies(List.of(
                new Tie(ALL.get(0), ALL.get(1)), new Tie(ALL.get(1), ALL.get(2)), new Tie(ALL.get(2), ALL.get(0))));

        assertThat(ties.groupOf(ALL.get(0))).containsExactlyInAnyOrder(ALL.get(0), ALL.get(1), ALL.get(2));
    }

    @RepeatedTest(200)
    void itIsAnEquivalenceWhateverTheTies(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var drawn = IntStream.range(0, random.nextInt(14))
                .mapToObj(i -> new Tie(any(random), any(random)))
                .toList();
        var ties = new ControlTies(drawn);

        for (var a : ALL) {
            assertThat(ties.underOneControl(a, a)).isTrue();
            for (var b : ALL) {
                assertThat(ties.underOneControl(a, b)).isEqualTo(ties.underOneControl(b, a));
                for (var c : ALL) {
                    if (ties.underOneControl(a, b) && ties.underOneControl(b, c)) {
                        assertThat(ties.underOneControl(a, c)).isTrue();
                    }
                }
            }
        }
        assertThat(drawn).allMatch(tie -> ties.underOneControl(tie.one(), tie.other()));
    }

    private static OrganisationId any(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    private static OrganisationId organisation(long number) {
        return new OrganisationId(new UUID(0, number));
    }
}
