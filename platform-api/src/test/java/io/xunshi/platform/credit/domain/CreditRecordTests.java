package io.xunshi.platform.credit.domain;

import static io.xunshi.platform.credit.domain.Deeds.NOW;
import static io.xunshi.platform.credit.domain.Deeds.done;
import static io.xunshi.platform.credit.domain.Deeds.kept;
import static io.xunshi.platform.credit.domain.Deeds.rated;
import static io.xunshi.platform.credit.domain.Deeds.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.xunshi.platform.audit.Conduct;
import io.xunshi.platform.audit.Deed;
import io.xunshi.platform.identity.AccountId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditRecordTests {
    private final AccountId me = somebody();
    private final AccountId friend = somebody();

    @Test
    void goodDeedsToOnePersonCountTwiceAndTheFirstOnesDo() {
        var record = record(
                Set.of(),
                Set.of(),
                Set.of(),
                done(Deed.KEPT, friend, 3),
                done(Deed.KEPT, friend, 9),
                done(Deed.KEPT, friend, 1));

        assertThat(record.deeds())
                .extracting(deed -> deed.conduct().at(), CreditRecord.StandingDeed::standing)
                .containsExactly(
                        tuple(NOW.minusSeconds(86_400), Standing.SAME_PERSON_AGAIN),
                        tuple(NOW.minusSeconds(3 * 86_400), Standing.COUNTS),
                        tuple(NOW.minusSeconds(9 * 86_400), Standing.COUNTS));
    }

    @Test
    void badDeedsToOnePersonAllCount() {
        var record = record(
                Set.of(),
                Set.of(),
                Set.of(),
                done(Deed.BROKEN, friend, 1),
                done(Deed.BROKEN, friend, 2),
                done(Deed.BROKEN, friend, 3));

        assertThat(record.deeds()).allMatch(deed -> deed.standing().counts());
    }

    @Test
    void nothingGoodThatASecondAccountInTheSameBrowserSaysOrDoesCounts() {
        var record = record(
                Set.of(friend),
                Set.of(),
                Set.of(),
                done(Deed.KEPT, friend, 1),
                rated(5, friend, 1),
                done(Deed.BROKEN, friend, 1));

        assertThat(record.deeds())
                .extracting(deed -> deed.conduct().deed(), CreditRecord.StandingDeed::standing)
                .contains(
                        tuple(Deed.KEPT, Standing.SHARED_BROWSER),
                        tuple(Deed.RATED, Standing.SHARED_BROWSER),
                        tuple(Deed.BROKEN, Standing.COUNTS));
    }

    @Test
    void aGrantedAppealTakesABadDeedOutAndLetsALeftOutOneIn() {
        var broken = done(Deed.BROKEN, somebody(), 1);
        var leftOut = done(Deed.KEPT, friend, 1);

        var record = record(Set.of(), Set.of(friend), Set.of(broken.idOf(me), leftOut.idOf(me)), broken, leftOut);

        assertThat(standingOf(record, broken)).isEqualTo(Standing.APPEALED);
        assertThat(standingOf(record, leftOut)).isEqualTo(Standing.COUNTS);
    }

    @Test
    void whatADeedAddsIsTheScoreWithItLessTheScoreWithoutIt() {
        var good = kept();
        var bad = done(Deed.NEVER_RETURNED, somebody(), 1);

        var record = record(Set.of(), Set.of(), Set.of(), good, bad);
        var without = record(Set.of(), Set.of(), Set.of(), good);

        assertThat(record.effectOf(deedOf(record, bad), NOW))
                .isNegative()
                .isEqualTo(record.scoreAt(NOW).total() - without.scoreAt(NOW).total());
        assertThat(record.effectOf(deedOf(record, good), NOW)).isPositive();
    }

    @Test
    void aScoreOfThePastKnowsOnlyWhatHadHappened() {
        var record = record(Set.of(), Set.of(), Set.of(), done(Deed.BROKEN, somebody(), 10));

        assertThat(record.scoreAt(NOW.minusSeconds(20 * 86_400)).total()).isEqualTo(620);
        assertThat(record.scoreAt(NOW).total()).isLessThan(620);
    }

    @Test
    void threeDeedsMakeALevel() {
        assertThat(record(Set.of(), Set.of(), Set.of(), kept(), kept()).levelAt(NOW))
                .isEqualTo(CreditLevel.NEW);
        assertThat(record(Set.of(), Set.of(), Set.of(), kept(), kept(), kept()).levelAt(NOW))
                .isEqualTo(CreditLevel.FAIR);
    }

    private CreditRecord record(Set<AccountId> owners, Set<AccountId> ring, Set<UUID> granted, Conduct... conduct) {
        return CreditRecord.of(me, false, List.of(conduct), new CreditRecord.Doubts(owners, ring, granted));
    }

    private Standing standingOf(CreditRecord record, Conduct conduct) {
        return deedOf(record, conduct).standing();
    }

    private CreditRecord.StandingDeed deedOf(CreditRecord record, Conduct conduct) {
        return record.deeds().stream()
                .filter(deed -> deed.conduct().equals(conduct))
                .findFirst()
                .orElseThrow();
    }
}
