package io.xunshi.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTests {

    /**
     * By hand: the gains of 3, 0, 2, 1 are 7, 0, 3, 1, their discounts 1, 1/log2(3), 1/2, 1/log2(5): 7 + 0 + 1.5 +
     * 0.43068 = 8.93068. The best order of 3, 3, 2, 1 gives 7 + 7 * 0.63093 + 3 / 2 + 0.43068 = 13.34718.
     */
    @Test
    void ndcgIsTheGainOfWhatWasFoundByTheGainOfTheBestOrder() {
        assertThat(ranking(List.of(3, 0, 2, 1), List.of(1, 2, 3, 3)).ndcg())
                .isCloseTo(8.93068 / 13.34718, within(1e-5));
    }

    @Test
    void theBestOrderIsWorthOneAndNothingUsefulZero() {
        assertThat(ranking(List.of(3, 2, 1, 0), List.of(3, 2, 1)).ndcg()).isEqualTo(1);
        assertThat(ranking(List.of(0, 0), List.of(3, 2, 1)).ndcg()).isZero();
        assertThat(ranking(List.of(), List.of(3)).ndcg()).isZero();
    }

    @Test
    void onlyTenCount() {
        var eleven = Collections.nCopies(11, 3);

        assertThat(ranking(Collections.nCopies(10, 3), eleven).ndcg()).isEqualTo(1);
    }

    @Test
    void anEarlierPlaceIsWorthMore() {
        assertThat(ranking(List.of(3, 0), List.of(3)).ndcg())
                .isGreaterThan(ranking(List.of(0, 3), List.of(3)).ndcg());
    }

    @Test
    void theReciprocalRankIsThatOfTheFirstResultThatWasMeant() {
        assertThat(ranking(List.of(1, 0, 2, 3), List.of(3, 2, 1)).reciprocalRank())
                .isEqualTo(1.0 / 3);
        assertThat(ranking(List.of(1, 1), List.of(3, 1, 1)).reciprocalRank()).isZero();
    }

    private static Ranking ranking(List<Integer> grades, List<Integer> possible) {
        return new Ranking(Collections.nCopies(grades.size(), "L001"), grades, possible);
    }
}
