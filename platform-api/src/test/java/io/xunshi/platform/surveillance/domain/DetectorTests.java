package io.xunshi.platform.surveillance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.surveillance.domain.Fact.SettledPrice;
import io.xunshi.platform.surveillance.domain.Fact.SignedDeal;
import io.xunshi.platform.surveillance.domain.Fact.Weighing;
import io.xunshi.platform.surveillance.domain.Finding.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DetectorTests {
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final OrganisationId A = SyntheticMarket.firm("a");
    private static final OrganisationId B = SyntheticMarket.firm("b");
    private static final OrganisationId C = SyntheticMarket.firm("c");

    @Test
    void whatGoesRoundAndComesBackWithinOnePercentIsARing() {
        assertThat(rings(deal(1, A, B, 10_000), deal(2, B, C, 10_050), deal(3, C, A, 9_950)))
                .singleElement()
                .satisfies(ring -> assertThat(ring.organisations()).containsExactlyInAnyOrder(A, B, C))
                .satisfies(ring -> assertThat(ring.score()).isCloseTo(0.99, within(0.001)));
        assertThat(rings(deal(1, A, B, 10_000), deal(2, B, C, 10_000), deal(3, C, A, 9_899)))
                .isEmpty();
        assertThat(rings(deal(1, A, B, 10_000), deal(2, B, C, 10_000))).isEmpty();
    }

    @Test
    void theWindowOfARingEndsWithItsLastDealAndHasItsLengthExactly() {
        assertThat(rings(deal(0, A, B, 10_000), deal(29, B, A, 10_000))).hasSize(1);
        assertThat(rings(deal(0, A, B, 10_000), deal(30, B, A, 10_000))).isEmpty();
    }

    @Test
    void otherMaterialsAndTradeWithOutsidersDoNotHideARing() {
        var outside = SyntheticMarket.firm("outside");
        assertThat(rings(
                        deal(1, A, B, 10_000),
                        deal(2, outside, A, 50_000),
                        deal(3, B, outside, 0),
                        deal(4, B, A, 10_000)))
                .isEmpty();
        assertThat(rings(deal(1, A, B, 10_000), deal(2, outside, A, 50_000), deal(4, B, A, 10_000)))
                .hasSize(1);
    }

    @Test
    void itMattersNotInHowManyRunsFactsAreJudged() {
        var market = new SyntheticMarket(7).deals().facts();
        var detection = new CircularTrade();
        var atOnce = keys(detection.judge(market, SyntheticMarket.BEGIN));

        var inRuns = new HashSet<String>();
        for (int run = 0; run < market.size(); run += 50) {
            var since = market.get(run).at();
            var until = market.subList(0, Math.min(run + 50, market.size())).stream()
                    .filter(deal -> deal.at().isAfter(since.minus(detection.memory())))
                    .toList();
            inRuns.addAll(keys(detection.judge(until, since)));
        }

        assertThat(inRuns).isEqualTo(new HashSet<>(atOnce));
        assertThat(atOnce).doesNotHaveDuplicates();
        assertThat(detection.judge(market, SyntheticMarket.BEGIN))
                .isEqualTo(detection.judge(market, SyntheticMarket.BEGIN));
    }

    @Test
    void equalGrossWeightsAreChanceUntilTheyAreTooMany() {
        assertThat(RepeatedGross.chance(3, 3)).isCloseTo(0.0004, within(1e-9));
        assertThat(RepeatedGross.chance(4, 3)).isGreaterThan(RepeatedGross.CHANCE_MOST);
        assertThat(new RepeatedGross().judge(weighings(List.of(40_000L, 40_000L, 40_000L), 15_000), MONDAY))
                .hasSize(1);
        assertThat(new RepeatedGross().judge(weighings(List.of(40_000L, 40_000L, 41_000L, 40_000L), 15_000), MONDAY))
                .isEmpty();
    }

    @Test
    void aCorrectedTicketStandsForTheOneThatItCorrects() {
        var corrected =
                List.of(weighing(1, 1, 40_000, 15_000), weighing(1, 2, 40_000, 15_010), weighing(1, 3, 40_000, 15_020));
        assertThat(new RepeatedGross().judge(corrected, MONDAY)).isEmpty();
        var others =
                List.of(weighing(1, 1, 40_000, 15_000), weighing(2, 2, 40_000, 15_000), weighing(3, 3, 40_000, 15_000));
        assertThat(new RepeatedGross().judge(others, MONDAY)).hasSize(1);
    }

    @Test
    void thirdScalesAccuseNobodyAndAreNotTakenForOne() {
        var equal = weighings(List.of(40_000L, 40_000L, 40_000L), 15_000).stream()
                .map(DetectorTests::onThirdScale)
                .toList();
        assertThat(new RepeatedGross().judge(equal, MONDAY)).isEmpty();
        var sevens = weighings(
                        LongStream.range(0, 50).mapToObj(i -> 30_070 + i * 100).toList(), 15_000)
                .stream()
                .map(DetectorTests::onThirdScale)
                .toList();
        assertThat(new LastDigits().judge(sevens, MONDAY)).isEmpty();
        var falling = IntStream.range(0, 12)
                .mapToObj(i -> onThirdScale(weighing(i, 40_000 + i * 20, 15_000 - i * 20)))
                .toList();
        assertThat(new TareDrift().judge(falling, MONDAY))
                .singleElement()
                .satisfies(drift -> assertThat(drift.organisations()).isEmpty());
    }

    @Test
    void aVehicleThatDriftsIsFoundOnceAMonthInOneRunOrInMany() {
        var falling = IntStream.range(0, 20)
                .mapToObj(i -> weighing(i * 3, 40_000 + i * 20, 15_000 - i * 40))
                .toList();
        var atOnce = keys(new TareDrift().judge(falling, MONDAY));

        var inRuns = new HashSet<String>();
        for (int run = 1; run <= falling.size(); run++) {
            inRuns.addAll(keys(new TareDrift()
                    .judge(falling.subList(0, run), falling.get(run - 1).at())));
        }

        assertThat(atOnce).hasSize(2).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(inRuns);
    }

    @Test
    void aTicketThatComesLateRaisesNoBlockOfDigitsAgain() {
        var sevens = weighings(
                LongStream.range(0, 51).mapToObj(i -> 30_070 + i * 100).toList(), 15_000);

        assertThat(keys(new LastDigits().judge(sevens, MONDAY)))
                .hasSize(1)
                .isEqualTo(keys(new LastDigits().judge(sevens.subList(1, 51), MONDAY)));
    }

    @Test
    void digitsAreJudgedWithTheFiftiethTicket() {
        var sevens = LongStream.range(0, 50).mapToObj(i -> 30_070 + i * 100).toList();
        assertThat(new LastDigits().judge(weighings(sevens.subList(0, 49), 15_000), MONDAY))
                .isEmpty();
        assertThat(new LastDigits().judge(weighings(sevens, 15_000), MONDAY)).hasSize(1);
        var even = LongStream.range(0, 50).mapToObj(i -> 30_010 + i * 10).toList();
        assertThat(new LastDigits().judge(weighings(even, 15_000), MONDAY)).isEmpty();
        assertThat(LastDigits.chiSquare(new int[] {5, 5, 5, 5, 5, 5, 5, 5, 5, 5}, 50))
                .isZero();
    }

    @Test
    void aTareThatFallsWithEveryTicketIsNoticedBeforeAnySingleOneIsRefused() {
        var falling = IntStream.range(0, 12)
                .mapToObj(i -> weighing(i, 40_000 + i * 20, 15_000 - i * 20))
                .toList();
        assertThat(new TareDrift().judge(falling, MONDAY)).hasSize(1);
        assertThat(new TareDrift().judge(falling.subList(0, 9), MONDAY)).isEmpty();
        var fuelled = IntStream.range(0, 12)
                .mapToObj(i -> weighing(i, 40_000 + i * 20, i % 2 == 0 ? 15_000 : 15_200))
                .toList();
        assertThat(new TareDrift().judge(fuelled, MONDAY)).isEmpty();
    }

    @Test
    void aPriceIsFarOffFromFourDeviationsOnAndOnlyWhereThereAreEight() {
        var steady = new ArrayList<>(IntStream.range(0, 8)
                .mapToObj(i -> price(i, 250_000 + (i % 2 == 0 ? 2_500 : -2_500)))
                .toList());
        // The median is 250,000 and the deviation 1.4826 × 2,500.
        steady.add(price(8, 264_820));
        assertThat(new PriceOutlier().judge(steady, MONDAY)).isEmpty();
        steady.set(8, price(8, 264_840));
        assertThat(new PriceOutlier().judge(steady, MONDAY)).hasSize(1);
        assertThat(new PriceOutlier().judge(steady.subList(1, 9), MONDAY)).isEmpty();
    }

    @Test
    void theEvidenceHashChangesWithEachFact() {
        var ring = rings(deal(1, A, B, 10_000), deal(2, B, A, 10_000)).getFirst();
        var other = rings(deal(1, A, B, 10_001), deal(2, B, A, 10_000)).getFirst();

        assertThat(ring.key()).isEqualTo(other.key());
        assertThat(ring.evidenceHash()).hasSize(64).isNotEqualTo(other.evidenceHash());
        var fact = deal(1, A, B, 10_000);
        assertThat(List.of(
                        Evidence.of(fact, A, B, 1),
                        Evidence.of(fact, A, C, 1),
                        Evidence.of(fact, C, B, 1),
                        Evidence.of(fact, null, B, 1),
                        new Evidence(new UUID(9, 9), fact.code(), fact.at(), fact.hash(), A, B, 1)))
                .extracting(evidence -> resting(ring, evidence).evidenceHash())
                .doesNotHaveDuplicates();
    }

    private static Finding resting(Finding finding, Evidence on) {
        return new Finding(
                finding.detector(),
                finding.severity(),
                finding.subject(),
                finding.key(),
                finding.score(),
                finding.threshold(),
                finding.figures(),
                finding.organisations(),
                List.of(on));
    }

    private static List<String> keys(List<Finding> findings) {
        return findings.stream().map(Finding::key).toList();
    }

    private static List<Finding> rings(SignedDeal... deals) {
        return new CircularTrade().judge(List.of(deals), MONDAY);
    }

    private static SignedDeal deal(int day, OrganisationId seller, OrganisationId buyer, long grams) {
        var code = "Y" + day;
        return new SignedDeal(
                new UUID(0, day), code, MONDAY.plus(Duration.ofDays(day)), "h" + day, seller, buyer, "HMS-1", grams, 1);
    }

    private static List<Weighing> weighings(List<Long> grossKilograms, long tareKilograms) {
        return IntStream.range(0, grossKilograms.size())
                .mapToObj(i -> weighing(i, i / 10, grossKilograms.get(i), tareKilograms))
                .toList();
    }

    private static Weighing weighing(int day, long grossKilograms, long tareKilograms) {
        return weighing(day, day, grossKilograms, tareKilograms);
    }

    private static Weighing weighing(int load, int day, long grossKilograms, long tareKilograms) {
        return new Weighing(
                new UUID(1, day),
                "Y" + day,
                MONDAY.plus(Duration.ofDays(day)),
                "h" + load + day + grossKilograms,
                new UUID(3, load),
                A,
                "DB-1",
                "豫A12345",
                grossKilograms * 1_000,
                tareKilograms * 1_000);
    }

    private static Weighing onThirdScale(Weighing ticket) {
        return new Weighing(
                ticket.trade(),
                ticket.code(),
                ticket.at(),
                ticket.hash(),
                ticket.load(),
                null,
                ticket.scale(),
                ticket.plate(),
                ticket.grossGrams(),
                ticket.tareGrams());
    }

    private static SettledPrice price(int day, long fen) {
        return new SettledPrice(
                new UUID(2, day), "Y" + day, MONDAY.plus(Duration.ofDays(day)), "h" + day, A, B, "HMS-1", fen);
    }
}
