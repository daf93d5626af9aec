package io.xunshi.transparency.price;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.record.CanonicalJson;
import io.xunshi.transparency.record.PriceRecord.Revealed;
import io.xunshi.transparency.record.PriceRecord.WeekClosed;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of a week at one vintage, with what they were made of: a function of the log's records alone.
 *
 * @param closed what became of the week's deals
 * @param size of the checkpoint that it was computed at
 * @param root of that checkpoint, whose first eight bytes seed the intervals
 */
public record PricePublication(WeekClosed closed, long size, Hash root, List<PriceFigure> figures) {
    /** Names this way of computing; a change of it gets another name. */
    public static final String METHOD = "scrap-weekly-1";

    /** Nobody's judgement is in a figure. */
    private static final String NO_JUDGEMENT = "none";

    public PricePublication {
        figures = List.copyOf(figures);
    }

    static PricePublication of(WeekClosed closed, List<Revealed> revealed, long size, Hash root) {
        var seed = ByteBuffer.wrap(root.bytes()).getLong();
        return new PricePublication(
                closed,
                size,
                root,
                PriceCell.of(revealed).stream()
                        .flatMap(cell -> PriceFigure.of(cell, cell.tradesOf(revealed), seed).stream())
                        .toList());
    }

    public PriceWeek week() {
        return closed.week();
    }

    public Vintage vintage() {
        return closed.vintage();
    }

    /** Canonical JSON. */
    public byte[] bytes() {
        return CanonicalJson.write(Map.of(
                "method", METHOD,
                "week", week().toString(),
                "vintage", vintage().name(),
                "size", size,
                "root", root.toString(),
                "quality", quality(),
                "figures", figures.stream().map(PricePublication::members).toList()));
    }

    /** 质量说明: what came in, what was left out and why, and that nobody had a say in it. */
    private Map<String, Object> quality() {
        return Map.of(
                "samples", closed.samples(),
                "rejected", closed.rejected(),
                "withheld", closed.withheld(),
                "judgement", NO_JUDGEMENT);
    }

    private static Map<String, Object> members(PriceFigure figure) {
        var measures = figure.measures();
        return new TreeMap<>(Map.ofEntries(
                Map.entry("level", figure.cell().level().name()),
                Map.entry("material", figure.cell().material()),
                Map.entry("area", figure.cell().area()),
                Map.entry("trades", (long) measures.trades()),
                Map.entry("outliers", (long) measures.outliers()),
                Map.entry("sellers", Bands.of(measures.sellers())),
                Map.entry("buyers", Bands.of(measures.buyers())),
                Map.entry("tonnes", Bands.ofTonnes(measures.grams())),
                Map.entry("vwapFen", measures.vwapFen()),
                Map.entry("medianFen", measures.medianFen()),
                Map.entry("p10Fen", measures.p10Fen()),
                Map.entry("p90Fen", measures.p90Fen()),
                Map.entry("lowFen", measures.lowFen()),
                Map.entry("highFen", measures.highFen()),
                Map.entry("effectiveGroupsMilli", measures.effectiveGroupsMilli()),
                Map.entry("caps", measures.holdsCaps() ? "held" : "not-held")));
    }
}
