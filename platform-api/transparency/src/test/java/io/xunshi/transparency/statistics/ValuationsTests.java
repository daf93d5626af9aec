package io.xunshi.transparency.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.transparency.record.Particulars;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.statistics.Valuation.ComparableTrade;
import io.xunshi.transparency.statistics.Valuation.Confidence;
import io.xunshi.transparency.statistics.Valuation.Level;
import io.xunshi.transparency.statistics.Valuations.Thing;
import io.xunshi.transparency.verify.Logs;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValuationsTests {
    private static final Instant TODAY = Instant.parse("2026-11-23T04:00:00Z");
    private static final Thing GOOD_SOFA = new Thing("sofa", "GOOD", null);

    private final Valuations valuations = new Valuations();
    private int people;

    @Test
    void theIntervalIsOfPricesThatWerePaid() {
        sold("sofa", "GOOD", 500, 100, 300, 200, 400);

        assertThat(valuations.of(GOOD_SOFA))
                .contains(new Valuation(
                        Level.GRADE,
                        5,
                        YearMonth.of(2026, 11),
                        200,
                        300,
                        400,
                        Confidence.LOW,
                        List.of(paid(500), paid(400), paid(300), paid(200), paid(100))));
    }

    @Test
    void belowFiveTradesThereIsNoValueAtAll() {
        sold("sofa", "GOOD", 100, 200, 300, 400);

        assertThat(valuations.of(GOOD_SOFA)).isEmpty();
        assertThat(valuations.of(new Thing("bicycle", "GOOD", "ZZ-JS"))).isEmpty();
    }

    @Test
    void nobodyMakesAPriceByBuyingFromThemselves() {
        for (int i = 0; i < 20; i++) {
            valuations.add(sale("sofa", "GOOD", 100, TODAY, "buyer", "seller" + i));
            valuations.add(sale("sofa", "GOOD", 100, TODAY, "buyer" + i % 2, "seller"));
        }
        assertThat(valuations.of(GOOD_SOFA)).isPresent();

        var between = new Valuations();
        for (int i = 0; i < 20; i++) {
            between.add(sale("sofa", "GOOD", 100, TODAY, "buyer" + i, "seller" + i % 2));
        }
        assertThat(between.of(GOOD_SOFA)).isEmpty();
    }

    @Test
    void newerTradesWeighMore() {
        sold("sofa", "GOOD", Duration.ofDays(400), 180, 190, 200, 210, 220, 230);
        sold("sofa", "GOOD", 150, 160);

        assertThat(valuations.of(GOOD_SOFA)).hasValueSatisfying(value -> {
            assertThat(value.midFen()).isEqualTo(160);
            assertThat(value.highFen()).isEqualTo(160);
            assertThat(value.since()).isEqualTo(YearMonth.of(2025, 10));
        });
    }

    @Test
    void whatIsTwoYearsOldIsNotCompared() {
        sold("sofa", "GOOD", Duration.ofDays(Sale.DAYS), 200, 200, 200, 200, 200);
        sold("bicycle", "GOOD", 100);

        assertThat(valuations.of(GOOD_SOFA)).isEmpty();
    }

    @Test
    void aSaleInTheDistrictWeighsTwice() {
        sold("sofa", "GOOD", 100, 110, 120);
        for (var price : List.of(130, 140)) {
            valuations.add(inDistrict("ZZ-EQ", price));
        }

        assertThat(valuations.of(GOOD_SOFA))
                .hasValueSatisfying(value -> assertThat(value.midFen()).isEqualTo(120));
        assertThat(valuations.of(new Thing("sofa", "GOOD", "ZZ-EQ")))
                .hasValueSatisfying(value -> assertThat(value.midFen()).isEqualTo(130));
    }

    @Test
    void aPriceThatIsFarOffIsLeftOut() {
        sold("sofa", "GOOD", 17_200, 17_350, 17_400, 17_280, 17_310, 21_900, 17_450);

        assertThat(valuations.of(GOOD_SOFA)).hasValueSatisfying(value -> {
            assertThat(value.trades()).isEqualTo(6);
            assertThat(value.comparables())
                    .extracting(ComparableTrade::priceFen)
                    .doesNotContain(21_900L);
        });
    }

    @Test
    void whereHalfCostTheSameFifteenPercentIsFarOff() {
        sold("sofa", "GOOD", 1_000, 1_000, 1_000, 1_000, 1_000, 1_149, 1_151, 849, 851);

        assertThat(valuations.of(GOOD_SOFA))
                .hasValueSatisfying(value -> assertThat(value.comparables())
                        .extracting(ComparableTrade::priceFen)
                        .containsExactly(1_149L, 1_000L, 1_000L, 1_000L, 1_000L, 1_000L, 851L));
    }

    @Test
    void neighbouringGradesComeInAtWhatTheGradeIsPaidLess() {
        for (var category : List.of("chair", "bed", "table")) {
            sold(category, "LIKE_NEW", 1_000, 1_000, 1_000, 1_000, 1_000);
            sold(category, "GOOD", 800, 800, 800, 800, 800);
        }
        sold("sofa", "GOOD", 400);
        sold("sofa", "LIKE_NEW", 480, 490, 500, 510, 520);
        sold("sofa", "FAIR", 10, 10, 10, 10, 10);

        assertThat(valuations.of(GOOD_SOFA)).hasValueSatisfying(value -> {
            assertThat(value.level()).isEqualTo(Level.NEIGHBOURS);
            assertThat(value.trades()).isEqualTo(6);
            assertThat(value.lowFen()).isEqualTo(392);
            assertThat(value.highFen()).isEqualTo(408);
            assertThat(value.comparables())
                    .contains(new ComparableTrade(YearMonth.of(2026, 11), "LIKE_NEW", "ZZ-JS", 520, 416));
        });
    }

    @Test
    void withoutARatioTheWholeCategoryAnswersAndIsNotSure() {
        sold("sofa", "GOOD", 400);
        sold("sofa", "LIKE_NEW", 480, 490, 500, 510, 520);

        assertThat(valuations.of(GOOD_SOFA)).hasValueSatisfying(value -> {
            assertThat(value.level()).isEqualTo(Level.CATEGORY);
            assertThat(value.confidence()).isEqualTo(Confidence.LOW);
            assertThat(value.midFen()).isEqualTo(500);
        });
    }

    @Test
    void manyFreshTradesThatAgreeAreSure() {
        for (int i = 0; i < 20; i++) {
            sold("sofa", "GOOD", 1_000 + i);
        }
        for (int i = 0; i < 8; i++) {
            sold("chair", "GOOD", 1_000 + i);
        }

        assertThat(valuations.of(GOOD_SOFA)).map(Valuation::confidence).contains(Confidence.HIGH);
        assertThat(valuations.of(new Thing("chair", "GOOD", null)))
                .map(Valuation::confidence)
                .contains(Confidence.MEDIUM);
        assertThat(valuations.of(new Thing("chair", null, null)))
                .map(Valuation::confidence)
                .contains(Confidence.LOW);
    }

    @Test
    void whatIsNoSaleTellsNoPriceAndOfManyPiecesItIsThatOfOne() {
        sold("sofa", "GOOD", 100, 100, 100, 100);
        valuations.add(record(TradeRecord.Step.RENTED, "sofa", "GOOD", "ZZ-JS", 9, TODAY, "b", "s", Particulars.NONE));
        assertThat(valuations.of(GOOD_SOFA)).isEmpty();

        valuations.add(record(
                TradeRecord.Step.COMPLETED, "sofa", "GOOD", "ZZ-JS", 400, TODAY, "b", "s", Particulars.ofPieces(4)));
        assertThat(valuations.of(GOOD_SOFA))
                .hasValueSatisfying(value -> assertThat(value.highFen()).isEqualTo(100));
    }

    @Test
    void theOrderOfTheRecordsDoesNotMatter() {
        for (long seed = 0; seed < 5; seed++) {
            var records = anyGrades(Logs.records(4_000, seed), seed);
            var expected = answers(records);
            assertThat(expected).anySatisfy(answer -> assertThat(answer).isPresent());

            Collections.shuffle(records, new Random(seed));
            assertThat(answers(records)).isEqualTo(expected);
        }
    }

    private static List<Optional<Valuation>> answers(List<TradeRecord> records) {
        var fold = new Valuations();
        records.forEach(fold::add);
        var answers = new ArrayList<Optional<Valuation>>();
        for (var category : List.of("sofa", "bicycle", "laptop")) {
            for (var grade : List.of("NEW", "LIKE_NEW", "GOOD", "FAIR", "UNHEARD_OF")) {
                answers.add(fold.of(new Thing(category, grade, "ZZ-EQ")));
            }
        }
        return answers;
    }

    /** Sales, most of them in good condition, so that all levels answer. */
    private static List<TradeRecord> anyGrades(List<TradeRecord> records, long seed) {
        var random = new Random(seed);
        var graded = new ArrayList<TradeRecord>();
        for (var one : records) {
            var grade = random.nextInt(200) == 0 ? "LIKE_NEW" : "GOOD";
            graded.add(record(
                    TradeRecord.Step.COMPLETED,
                    one.category(),
                    grade,
                    one.district(),
                    one.priceFen(),
                    one.at(),
                    "b" + random.nextInt(50),
                    "s" + random.nextInt(50),
                    Particulars.NONE));
        }
        return graded;
    }

    private void sold(String category, String condition, long... prices) {
        sold(category, condition, Duration.ZERO, prices);
    }

    private void sold(String category, String condition, Duration ago, long... prices) {
        for (var price : prices) {
            people++;
            valuations.add(sale(category, condition, price, TODAY.minus(ago), "b" + people, "s" + people));
        }
    }

    private TradeRecord inDistrict(String district, long price) {
        people++;
        return record(
                TradeRecord.Step.COMPLETED,
                "sofa",
                "GOOD",
                district,
                price,
                TODAY,
                "b" + people,
                "s" + people,
                Particulars.NONE);
    }

    private static TradeRecord sale(
            String category, String condition, long price, Instant at, String buyer, String seller) {
        return record(
                TradeRecord.Step.COMPLETED, category, condition, "ZZ-JS", price, at, buyer, seller, Particulars.NONE);
    }

    private static TradeRecord record(
            TradeRecord.Step step,
            String category,
            String condition,
            String district,
            long price,
            Instant at,
            String buyer,
            String seller,
            Particulars particulars) {
        return new TradeRecord(
                step,
                at,
                new UUID(1, 1),
                "D1",
                category,
                district,
                condition,
                price,
                0,
                "ab",
                buyer,
                seller,
                particulars);
    }

    private static ComparableTrade paid(long price) {
        return new ComparableTrade(YearMonth.of(2026, 11), "GOOD", "ZZ-JS", price, price);
    }
}
