package io.xunshi.platform.catalog.usecase;

import io.xunshi.platform.catalog.LicenceGate;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.QualityBound;
import io.xunshi.platform.catalog.SettlementBasis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The first edition of every material, out of <code>reference/materials.csv</code>. What people in the trade say
 * besides, which that file lacks, stands beside it in <code>material_words.csv</code>.
 */
final class MaterialFile {
    private static final BigDecimal GRAMS_PER_TONNE = BigDecimal.valueOf(1_000_000);
    private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern ONE_SIDED = Pattern.compile("([a-z][a-z0-9_]*)(<=|>=)" + NUMBER);
    private static final Pattern RANGE = Pattern.compile("([a-z][a-z0-9_]*)=" + NUMBER + "\\.\\." + NUMBER);

    private MaterialFile() {}

    /**
     * By code, each parent before its children.
     *
     * @throws IllegalStateException where the file contradicts itself or names a quality schema that there is not
     */
    static Map<String, Material> read(Map<String, ?> schemas) {
        var words = ReferenceFile.read("material_words.csv").stream()
                .collect(Collectors.toMap(
                        row -> row.get("code"), row -> List.of(row.get("words").split("\\|"))));
        var children = new HashMap<String, List<CSVRecord>>();
        for (var row : ReferenceFile.read("materials.csv")) {
            require(schemas.containsKey(row.get("quality_schema")), row, "has no quality schema");
            children.computeIfAbsent(row.get("parent"), parent -> new ArrayList<>())
                    .add(row);
        }
        var materials = new LinkedHashMap<String, Material>();
        add("", List.of(), children, words, materials);
        require(children.values().stream().mapToInt(List::size).sum() == materials.size(), "A material has no parent");
        require(materials.keySet().containsAll(words.keySet()), "Words are of no material");
        return materials;
    }

    private static void add(
            String parent,
            List<String> above,
            Map<String, List<CSVRecord>> children,
            Map<String, List<String>> words,
            Map<String, Material> found) {
        for (var row : children.getOrDefault(parent, List.of())) {
            var code = row.get("code");
            var path = Stream.concat(above.stream(), Stream.of(code)).toList();
            require(path.size() == Integer.parseInt(row.get("level")), row, "is on another level than it says");
            var twin = found.put(code, material(row, path, !children.containsKey(code), words));
            require(twin == null, row, "is there twice");
            add(code, path, children, words, found);
        }
    }

    private static Material material(
            CSVRecord row, List<String> path, boolean isLeaf, Map<String, List<String>> words) {
        return new Material(
                row.get("code"),
                path.size() == 1 ? null : path.get(path.size() - 2),
                path.size(),
                path,
                isLeaf,
                row.get("name_zh"),
                row.get("name_en"),
                row.get("unit"),
                row.get("price_unit"),
                grams(row.get("min_lot_qty")),
                row.get("standard"),
                row.get("trade_code"),
                row.get("hs_code"),
                row.get("waste_code"),
                words.getOrDefault(row.get("code"), List.of()),
                LicenceGate.of(row.get("licence_gate")),
                row.get("quality_schema"),
                row.get("limits"),
                bounds(row.get("limits")),
                SettlementBasis.valueOf(row.get("settlement_basis")),
                1,
                null);
    }

    /** The least quantity of a lot is given in tonnes. */
    private static @Nullable Long grams(String tonnes) {
        return tonnes.isEmpty()
                ? null
                : new BigDecimal(tonnes).multiply(GRAMS_PER_TONNE).longValueExact();
    }

    /** What is written for people alone, <code>cu_pct declared</code>, is left out. */
    static List<QualityBound> bounds(String limits) {
        return Stream.of(limits.split(";"))
                .map(MaterialFile::bound)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable QualityBound bound(String limit) {
        var range = RANGE.matcher(limit.strip());
        if (range.matches()) {
            return new QualityBound(range.group(1), new BigDecimal(range.group(2)), new BigDecimal(range.group(3)));
        }
        var oneSided = ONE_SIDED.matcher(limit.strip());
        return oneSided.matches() ? oneSided(oneSided) : null;
    }

    private static QualityBound oneSided(Matcher limit) {
        var value = new BigDecimal(limit.group(3));
        return limit.group(2).equals(">=")
                ? new QualityBound(limit.group(1), value, null)
                : new QualityBound(limit.group(1), null, value);
    }

    private static void require(boolean holds, CSVRecord row, String otherwise) {
        require(holds, "materials.csv: " + row.get("code") + " " + otherwise);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
