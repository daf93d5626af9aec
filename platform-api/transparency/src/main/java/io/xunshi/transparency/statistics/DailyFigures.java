package io.xunshi.transparency.statistics;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.record.CanonicalJson;
import io.xunshi.transparency.record.TradeRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Completed trades per day, category and district: how many, how much, and the price quartiles. A fold: take the
 * records of a log in any portions, and the figures are the same to the byte. Whole numbers only; a quartile is a price
 * that was paid (nearest rank: the smallest price with at least that share of trades at or below it). Not thread-safe.
 */
public final class DailyFigures {
    /** Names this way of computing; a change of it gets another name. */
    public static final String METHOD = "second-hand-daily-3";

    private final NavigableMap<Cell, Prices> cells = new TreeMap<>();
    private long size;

    /** Takes the next entry of the log in; every entry counts, though only sales make figures. */
    public void add(TradeRecord record) {
        size++;
        if (record.step().isSale()) {
            cells.computeIfAbsent(new Cell(record.day(), record.category(), record.district()), cell -> new Prices())
                    .add(record.priceFen());
        }
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
        return CanonicalJson.write(Map.of("method", METHOD, "size", size, "root", root.toString(), "rows", rows));
    }

    /**
     * One row.
     *
     * @param volumeFen the sum of the prices
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

    private record Cell(LocalDate day, String category, String district) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            var byDay = day.compareTo(other.day);
            var byCategory = category.compareTo(other.category);
            return byDay != 0 ? byDay : byCategory != 0 ? byCategory : district.compareTo(other.district);
        }
    }

    private static final class Prices {
        private final NavigableMap<Long, Long> tradesByPrice = new TreeMap<>();
        private long trades;
        private long volumeFen;

        void add(long priceFen) {
            tradesByPrice.merge(priceFen, 1L, Long::sum);
            trades++;
            volumeFen = Math.addExact(volumeFen, priceFen);
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
