package io.xunshi.transparency.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.record.Particulars;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.statistics.DailyFigures.Figure;
import io.xunshi.transparency.statistics.DailyFigures.PlaceFigure;
import io.xunshi.transparency.verify.Logs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DailyFiguresTests {

    @Test
    void quartilesArePricesThatWerePaid() {
        var figures = new DailyFigures();
        for (var price : List.of(100, 200, 300, 400, 1000)) {
            figures.add(completed("2026-11-23T04:00:00Z", price));
        }

        assertThat(figures.figures())
                .containsExactly(new Figure(LocalDate.of(2026, 11, 23), "sofa", "ZZ-JS", 5, 2000, 200, 300, 400));
    }

    @Test
    void theDayIsTheOneOfTheCity() {
        var figures = new DailyFigures();
        figures.add(completed("2026-11-23T15:59:59.999Z", 1));
        figures.add(completed("2026-11-23T16:00:00Z", 1));

        assertThat(figures.figures())
                .extracting(Figure::day)
                .containsExactly(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24));
    }

    @Test
    void onlyCompletedTradesMakeFigures() {
        var figures = new DailyFigures();
        Logs.records(200, 9).stream()
                .filter(record -> record.step() != TradeRecord.Step.COMPLETED)
                .forEach(figures::add);

        assertThat(figures.figures()).isEmpty();
        assertThat(figures.size()).isPositive();
    }

    @Test
    void aRentIsNoSalePriceAndNeitherIsThatOfASwappedThing() {
        var figures = new DailyFigures();
        figures.add(of(TradeRecord.Step.RENTED, "2026-11-23T04:00:00Z", 60));
        figures.add(of(TradeRecord.Step.SWAPPED, "2026-11-23T04:00:00Z", 900));
        figures.add(completed("2026-11-23T04:00:00Z", 280));

        assertThat(figures.figures())
                .containsExactly(new Figure(LocalDate.of(2026, 11, 23), "sofa", "ZZ-JS", 1, 280, 280, 280, 280));
    }

    @Test
    void aTradeOfManyPiecesHasThePriceOfOneAndTheVolumeOfAll() {
        var figures = new DailyFigures();
        figures.add(completed("2026-11-23T04:00:00Z", 1_000));
        figures.add(ofPieces("2026-11-23T04:00:00Z", 40 * 1_250, 40));
        figures.add(completed("2026-11-23T04:00:00Z", 1_400));

        assertThat(figures.figures())
                .containsExactly(
                        new Figure(LocalDate.of(2026, 11, 23), "sofa", "ZZ-JS", 3, 52_400, 1_000, 1_250, 1_400));
    }

    @Test
    void whatIsSoldAtAStallCountsWhereItWasListed() {
        var figures = new DailyFigures();
        figures.add(atStall(TradeRecord.Step.STALL_SOLD, 280));
        figures.add(atStall(TradeRecord.Step.STALL_SOLD_UNLISTED, 9_900));

        assertThat(figures.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.trades()).isEqualTo(1);
            assertThat(figure.volumeFen()).isEqualTo(280);
        });
    }

    @Test
    void aPlaceCountsWhatWasListedAndSoldThere() {
        var figures = new DailyFigures();
        figures.add(atStall(TradeRecord.Step.STALL_SOLD, 280));
        figures.add(atStall(TradeRecord.Step.STALL_SOLD_UNLISTED, 9_900));
        figures.add(completed("2026-11-23T04:00:00Z", 1_000));

        assertThat(figures.placeFigures())
                .containsExactly(new PlaceFigure(LocalDate.of(2026, 11, 23), "market-day", "M1", 1, 280));
    }

    @Test
    void aPublicationIsCanonicalAndNamesItsCheckpoint() {
        var figures = new DailyFigures();
        figures.add(completed("2026-11-23T04:00:00Z", 280));

        assertThat(new String(figures.publication(Hash.EMPTY_TREE), StandardCharsets.UTF_8))
                .isEqualTo("{\"method\":\"second-hand-daily-4\",\"places\":[],\"root\":\"" + Hash.EMPTY_TREE
                        + "\",\"rows\":[{\"category\":\"sofa\","
                        + "\"day\":\"2026-11-23\",\"district\":\"ZZ-JS\",\"p25Fen\":280,\"p50Fen\":280,\"p75Fen\":280,"
                        + "\"trades\":1,\"volumeFen\":280}],\"size\":1}");
    }

    private static TradeRecord completed(String at, long price) {
        return of(TradeRecord.Step.COMPLETED, at, price);
    }

    private static TradeRecord ofPieces(String at, long price, int pieces) {
        var one = completed(at, price);
        return new TradeRecord(
                one.step(),
                one.at(),
                one.id(),
                one.order(),
                one.category(),
                one.district(),
                one.condition(),
                price,
                0,
                one.snapshot(),
                one.buyer(),
                one.seller(),
                Particulars.ofPieces(pieces));
    }

    private static TradeRecord atStall(TradeRecord.Step step, long price) {
        return new TradeRecord(
                step,
                Instant.parse("2026-11-23T04:00:00Z"),
                new UUID(1, 1),
                "V1",
                "sofa",
                "ZZ-JS",
                "GOOD",
                price,
                0,
                "ab",
                "b",
                "s",
                Particulars.ofPoint("M1"));
    }

    private static TradeRecord of(TradeRecord.Step step, String at, long price) {
        return new TradeRecord(
                step, Instant.parse(at), new UUID(1, 1), "D1", "sofa", "ZZ-JS", "GOOD", price, 0, "ab", "b", "s");
    }
}
