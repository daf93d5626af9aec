package io.xunshi.transparency.statistics;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.record.CanonicalJson;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.TradeRecord;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Completed trades per day, category and district: how many, how much, and the price quartiles; and per day and place,
 * what went over the counter of each consignment point, out of each book corner and over the stalls of each market day.
 * A fold: take the records of a log in any portions, one after the other or each by itself, and the figures are the
 * same to the byte. Whole numbers only; a quartile is a price that was paid for one thing (nearest rank: the smallest
 * price with at least that share of trades at or below it). A trade of many pieces is one trade with one price: whoever
 * takes forty boxes does not set the price of boxes forty times. Not thread-safe.
 */
public final class DailyFigures implements Serializable {
    /** Names this way of computing; a change of it gets another name. */
    public static final String METHOD = "second-hand-daily-4";

    private final NavigableMap<Cell, Prices> cells = new TreeMap<>();
    private final NavigableMap<Place, Takings> places = new TreeMap<>();
    private long size;

    /** Takes the next entry of the log in; every entry counts, though only sales make figures. */
    public void add(LogRecord entry) {
        size++;
        if (entry instanceof TradeRecord record) {
            addTrade(record);
        }
    }

    private void addTrade(TradeRecord record) {
        if (record.step().isSale()) {
            cells.computeIfAbsent(new Cell(record.day(), record.category(), record.district()), cell -> new Prices())
                    .add(record.unitPriceFen(), record.priceFen());
        }
        addToPlace(record);
    }

    /** What was never listed is left out: nobody but its seller has seen it. */
    private void addToPlace(TradeRecord record) {
        var kind = record.step().mode();
        var code = record.particulars().point();
        if (kind != null && code != null && record.step() != TradeRecord.Step.STALL_SOLD_UNLISTED) {
            places.merge(new Place(record.day(), kind, code), new Takings(1, record.priceFen()), Takings::plus);
        }
    }

    /** Takes in what another fold took in, of other entries; in which order makes no difference. */
    public void merge(DailyFigures other) {
        size += other.size;
        other.cells.forEach((cell, prices) ->
                cells.computeIfAbsent(cell, key -> new Prices()).merge(prices));
        other.places.forEach((place, takings) -> places.merge(place, takings, Takings::plus));
    }

    /** How many entries were taken in. */
    public long size() {
        return size;
    }

    /** By day, then category, then district. */
    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        cells.forEach((cell, prices) -> figures.add(prices.figure(cell)));
        return List.copyOf(figures);
    }

    /** By day, then kind of place, then its code. */
    public List<PlaceFigure> placeFigures() {
        return places.entrySet().stream()
                .map(entry -> new PlaceFigure(
                        entry.getKey().day(),
                        entry.getKey().kind(),
                        entry.getKey().code(),
                        entry.getValue().trades(),
                        entry.getValue().volumeFen()))
                .toList();
    }

    /** The publication: canonical JSON that names the checkpoint it was computed at. */
    public byte[] publication(Hash root) {
        var rows = figures().stream()
                .map(figure -> Map.<String, Object>of(
                        "day", figure.day().toString(),
                        "category", figure.category(),
                        "district", figure.district(),
                        "trades", figure.trades(),
                        "volumeFen", figure.volumeFen(),
                        "p25Fen", figure.p25Fen(),
                        "p50Fen", figure.p50Fen(),
                        "p75Fen", figure.p75Fen()))
                .toList();
        var byPlace = placeFigures().stream()
                .map(figure -> Map.<String, Object>of(
                        "day", figure.day().toString(),
                        "kind", figure.kind(),
                        "place", figure.place(),
                        "trades", figure.trades(),
                        "volumeFen", figure.volumeFen()))
                .toList();
        return CanonicalJson.write(
                Map.of("method", METHOD, "size", size, "root", root.toString(), "rows", rows, "places", byPlace));
    }

    /**
     * One row.
     *
     * @param volumeFen the sum of what was paid, for all pieces
     */
    public record Figure(
            LocalDate day,
            String category,
            String district,
            long trades,
            long volumeFen,
            long p25Fen,
            long p50Fen,
            long p75Fen) {}

    /**
     * What was sold at one place itself; what its people sold online is in the rows of categories only.
     *
     * @param kind <code>consignment</code>, <code>book-corner</code> or <code>market-day</code>
     * @param place its public code
     * @param trades books that left a corner for a credit included
     * @param volumeFen the sum of what was paid; zero of a book corner
     */
    public record PlaceFigure(LocalDate day, String kind, String place, long trades, long volumeFen) {}

    private record Place(LocalDate day, String kind, String code) implements Comparable<Place>, Serializable {

        @Override
        public int compareTo(Place other) {
            var byDay = day.compareTo(other.day);
            var byKind = kind.compareTo(other.kind);
            return byDay != 0 ? byDay : byKind != 0 ? byKind : code.compareTo(other.code);
        }
    }

    private record Takings(long trades, long volumeFen) implements Serializable {

        Takings plus(Takings more) {
            return new Takings(trades + more.trades, Math.addExact(volumeFen, more.volumeFen));
        }
    }

    private record Cell(LocalDate day, String category, String district) implements Comparable<Cell>, Serializable {

        @Override
        public int compareTo(Cell other) {
            var byDay = day.compareTo(other.day);
            var byCategory = category.compareTo(other.category);
            return byDay != 0 ? byDay : byCategory != 0 ? byCategory : district.compareTo(other.district);
        }
    }

    private static final class Prices implements Serializable {
        private final NavigableMap<Long, Long> tradesByPrice = new TreeMap<>();
        private long trades;
        private long volumeFen;

        void add(long unitPriceFen, long priceFen) {
            tradesByPrice.merge(unitPriceFen, 1L, Long::sum);
            trades++;
            volumeFen = Math.addExact(volumeFen, priceFen);
        }

        void merge(Prices other) {
            other.tradesByPrice.forEach((price, many) -> tradesByPrice.merge(price, many, Long::sum));
            trades += other.trades;
            volumeFen = Math.addExact(volumeFen, other.volumeFen);
        }

        Figure figure(Cell cell) {
            return new Figure(
                    cell.day(),
                    cell.category(),
                    cell.district(),
                    trades,
                    volumeFen,
                    quantile(25),
                    quantile(50),
                    quantile(75));
        }

        private long quantile(long percent) {
            var rank = Math.ceilDiv(trades * percent, 100);
            for (var price : tradesByPrice.entrySet()) {
                rank -= price.getValue();
                if (rank <= 0) {
                    return price.getKey();
                }
            }
            throw new IllegalStateException("A cell has at least one trade");
        }
    }
}
