package io.xunshi.platform.credit.domain;

import static io.xunshi.platform.credit.domain.Deeds.NOW;
import static io.xunshi.platform.credit.domain.Deeds.done;
import static io.xunshi.platform.credit.domain.Deeds.kept;
import static io.xunshi.platform.credit.domain.Deeds.rated;
import static io.xunshi.platform.credit.domain.Deeds.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.audit.Conduct;
import io.xunshi.platform.audit.Deed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CreditScoreTests {
    @Test
    void allPartsTogetherAreAThousand() {
        assertThat(CreditScore.mostOfAll()).isEqualTo(1_000);
    }

    @Test
    void aNewcomerIsTrustedDecentlyAndNotFully() {
        assertThat(CreditScore.of(false, List.of(), NOW).total()).isEqualTo(620);
        assertThat(CreditScore.of(true, List.of(), NOW).total()).isEqualTo(720);
        assertThat(CreditLevel.of(720, 0)).isEqualTo(CreditLevel.NEW);
    }

    @Test
    void tenKeptPromisesToTenPeopleAreWorthPointsInTwoParts() {
        var score = CreditScore.of(
                true, Collections.nCopies(10, 0).stream().map(any -> kept()).toList(), NOW);

        assertThat(score.points()).containsEntry(CreditPart.PROMISES, 360).containsEntry(CreditPart.PARTNERS, 100);
    }

    @Test
    void oneBrokenPromiseCostsANewcomerDearlyAndAnOldHandLittle() {
        var broken = done(Deed.BROKEN, somebody(), 1);
        var past = Collections.nCopies(40, 0).stream().map(any -> kept()).toList();

        assertThat(lossBy(broken, List.of())).isEqualTo(74);
        assertThat(lossBy(broken, past)).isEqualTo(22);
    }

    @ParameterizedTest
    @EnumSource(
            value = Deed.class,
            mode = Mode.EXCLUDE,
            names = {"KEPT", "RATED"})
    void everyBadDeedTakesSomethingAndEachIsForgottenAfterAYear(Deed deed) {
        assertThat(lossBy(done(deed, somebody(), 0), List.of())).isPositive();
        assertThat(lossBy(done(deed, somebody(), 200), List.of()))
                .isPositive()
                .isLessThan(lossBy(done(deed, somebody(), 0), List.of()));
        assertThat(lossBy(done(deed, somebody(), 365), List.of())).isZero();
    }

    @Test
    void oneBestReviewIsNotAPerfectRecord() {
        var score = CreditScore.of(true, List.of(rated(5, somebody(), 1)), NOW);

        assertThat(score.points()).containsEntry(CreditPart.REVIEWS, 158);
    }

    @RepeatedTest(50)
    void everyPartStaysWithinItsPointsWhateverWasDone(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var deeds = deeds(random, random.nextInt(300));

        CreditScore.of(random.nextBoolean(), deeds, NOW)
                .points()
                .forEach((part, points) -> assertThat(points).isBetween(0, part.most()));
    }

    @RepeatedTest(50)
    void theOrderInWhichDeedsAreReadChangesNothing(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var deeds = deeds(random, 100);
        var score = CreditScore.of(true, deeds, NOW);

        Collections.shuffle(deeds, random);

        assertThat(CreditScore.of(true, deeds, NOW)).isEqualTo(score);
    }

    @RepeatedTest(50)
    void keepingAPromiseNeverCostsAnythingAndBreakingOneNeverPays(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var past = deeds(random, random.nextInt(100));

        assertThat(lossBy(kept(), past)).isNotPositive();
        assertThat(lossBy(done(Deed.BROKEN, somebody(), random.nextInt(364)), past))
                .isNotNegative();
    }

    private static int lossBy(Conduct deed, List<Conduct> past) {
        var with = Stream.concat(past.stream(), Stream.of(deed)).toList();
        return CreditScore.of(true, past, NOW).total()
                - CreditScore.of(true, with, NOW).total();
    }

    private static List<Conduct> deeds(Random random, int count) {
        var deeds = new ArrayList<Conduct>();
        for (var i = 0; i < count; i++) {
            deeds.add(Deeds.any(random));
        }
        return deeds;
    }
}
