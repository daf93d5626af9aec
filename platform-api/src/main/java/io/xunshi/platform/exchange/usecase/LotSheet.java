package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.catalog.District;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.domain.LotColumn;
import io.xunshi.platform.exchange.domain.SheetCell;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of lots whose head is understood.
 *
 * @param columns where each stands, from 0
 * @param qualities where each attribute stands, by its code
 * @param rows below the head
 */
record LotSheet(TableRow head, Map<LotColumn, Integer> columns, Map<String, Integer> qualities, List<TableRow> rows) {
    private static final String QUALITY = "quality.";

    LotSheet {
        columns = Map.copyOf(columns);
        qualities = Map.copyOf(qualities);
        rows = List.copyOf(rows);
    }

    /**
     * @throws io.xunshi.platform.kernel.ProblemException {@link ExchangeProblem#FILE_EMPTY}, or
     *     {@link ExchangeProblem#FILE_COLUMNS} that names what is unknown, double or missing
     */
    static LotSheet of(List<TableRow> table, SheetWords words) {
        if (table.size() < 2) {
            throw ExchangeProblem.FILE_EMPTY.raise();
        }
        var head = table.getFirst();
        var columns = new EnumMap<LotColumn, Integer>(LotColumn.class);
        var qualities = new TreeMap<String, Integer>();
        var wrong = new ArrayList<String>();
        for (int i = 0; i < head.cells().size(); i++) {
            var heading = head.cell(i);
            var column = words.column(heading);
            var attribute = words.attribute(heading);
            var isKnown = column.isPresent() && columns.putIfAbsent(column.get(), i) == null
                    || attribute.isPresent() && qualities.putIfAbsent(attribute.get(), i) == null;
            if (!isKnown && !heading.isEmpty()) {
                wrong.add(heading.text());
            }
        }
        var missing = missing(columns, words);
        if (!wrong.isEmpty() || !missing.isEmpty()) {
            throw ExchangeProblem.FILE_COLUMNS.raise(listed(wrong), listed(missing));
        }
        return new LotSheet(head, columns, qualities, table.subList(1, table.size()));
    }

    private static List<String> missing(Map<LotColumn, Integer> columns, SheetWords words) {
        var required = Stream.of(LotColumn.values()).filter(LotColumn::isRequired);
        var quantity = Stream.of(LotColumn.QUANTITY_T, LotColumn.QUANTITY_KG, LotColumn.QUANTITY_PIECES)
                        .anyMatch(columns::containsKey)
                ? Stream.<LotColumn>of()
                : Stream.of(LotColumn.QUANTITY_T);
        return Stream.concat(required, quantity)
                .filter(column -> !columns.containsKey(column))
                .map(column -> words.heading(column, Locale.SIMPLIFIED_CHINESE) + " / "
                        + words.heading(column, Locale.ENGLISH))
                .toList();
    }

    private static String listed(List<String> names) {
        return names.isEmpty()
                ? "–"
                : names.stream().limit(20).map(name -> "“" + name + "”").collect(Collectors.joining(" "));
    }

    /** The seller's reference of a row; empty where it has none. */
    String own(TableRow row) {
        return cell(row, LotColumn.REFERENCE).text();
    }

    /** Empty where the file has no such column. */
    SheetCell cell(TableRow row, LotColumn column) {
        var at = columns.get(column);
        return at == null ? new SheetCell("") : row.cell(at);
    }

    /** What a row says of the quality, by the codes of attributes. */
    Map<String, SheetCell> quality(TableRow row) {
        return qualities.entrySet().stream()
                .filter(entry -> !row.cell(entry.getValue()).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> row.cell(entry.getValue())));
    }

    /**
     * The heading of the column that a field of a lot was read from; of an attribute without a column its code, and
     * empty for what is about the whole row.
     */
    String headingOf(TableRow row, String field) {
        if (field.startsWith(QUALITY)) {
            var code = field.substring(QUALITY.length());
            var at = qualities.get(code);
            return at == null ? code : head.cell(at).text();
        }
        if (field.isEmpty()) {
            return "";
        }
        var said = columns.entrySet().stream()
                .filter(entry -> entry.getKey().field().equals(field))
                .sorted(Map.Entry.comparingByKey())
                .toList();
        return said.stream()
                .filter(entry -> !row.cell(entry.getValue()).isEmpty())
                .findFirst()
                .or(() -> said.stream().findFirst())
                .map(entry -> head.cell(entry.getValue()).text())
                .orElse("");
    }

    /**
     * What the words of a table are looked up in.
     *
     * @param grades what a lot may be of
     * @param schema of a grade
     */
    record Reference(
            List<Material> grades, List<District> districts, Function<Material, List<QualityAttribute>> schema) {
        Reference {
            grades = List.copyOf(grades);
            districts = List.copyOf(districts);
        }
    }
}
