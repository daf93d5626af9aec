package io.xunshi.platform.catalog.usecase;

import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.catalog.QualityAttribute.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The quality schemas out of <code>reference/quality_attributes.csv</code>, with the names that stand beside it in
 * <code>quality_attribute_names.csv</code>.
 */
final class QualityFile {
    private static final Pattern TYPE = Pattern.compile("([a-z%]+)(?:\\(([^)]*)\\))?");
    private static final Pattern BOUNDS = Pattern.compile("(\\d+)\\.\\.(\\d+)");
    private static final Pattern MUST_BE = Pattern.compile("req\\((true|false)\\)");
    private static final Pattern SERIES = Pattern.compile("(\\d)xxx\\.\\.(\\d)xxx");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private QualityFile() {}

    /** By schema, each in the file's order. */
    static Map<String, List<QualityAttribute>> read() {
        var names = ReferenceFile.read("quality_attribute_names.csv").stream()
                .collect(Collectors.toMap(row -> row.get("attribute"), Function.identity()));
        return ReferenceFile.read("quality_attributes.csv").stream()
                .map(row -> attribute(row, Objects.requireNonNull(names.get(row.get("attribute")), row.toString())))
                .collect(Collectors.groupingBy(
                        QualityAttribute::schema, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }

    private static QualityAttribute attribute(CSVRecord row, CSVRecord names) {
        var written = TYPE.matcher(row.get("type"));
        if (!written.matches()) {
            throw new IllegalStateException("quality_attributes.csv: no type " + row.get("type"));
        }
        var type = type(written.group(1));
        var within = written.group(2);
        var unit = row.get("unit");
        var constraint = row.get("constraint");
        var bounds = BOUNDS.matcher(constraint);
        var isBounded = bounds.lookingAt();
        var mustBe = MUST_BE.matcher(constraint);
        return new QualityAttribute(
                row.get("schema"),
                row.get("attribute"),
                type,
                unit.isEmpty() ? null : unit,
                constraint.contains("req"),
                type == Type.CHOICE && within != null ? choices(within) : List.of(),
                isBounded ? new BigDecimal(bounds.group(1)) : null,
                isBounded ? new BigDecimal(bounds.group(2)) : most(type, unit),
                mustBe.find() ? mustBe.group(1) : null,
                type == Type.TEXT && within != null ? Integer.valueOf(within) : null,
                names.get("nameZh"),
                names.get("nameEn"));
    }

    /** No share is more than the whole. */
    private static @Nullable BigDecimal most(Type type, String unit) {
        return type == Type.DECIMAL && unit.equals("%") ? WHOLE : null;
    }

    private static Type type(String written) {
        return switch (written) {
            case "decimal" -> Type.DECIMAL;
            case "int" -> Type.INTEGER;
            case "bool" -> Type.BOOLEAN;
            case "enum" -> Type.CHOICE;
            case "string", "text" -> Type.TEXT;
            case "map%" -> Type.SHARES;
            case "set" -> Type.WORDS;
            default -> throw new IllegalStateException("quality_attributes.csv: no type " + written);
        };
    }

    /** <code>1xxx..8xxx</code> stands for eight of them. */
    private static List<String> choices(String written) {
        return Stream.of(written.split("\\|")).flatMap(QualityFile::series).toList();
    }

    private static Stream<String> series(String choice) {
        var series = SERIES.matcher(choice);
        return series.matches()
                ? IntStream.rangeClosed(Integer.parseInt(series.group(1)), Integer.parseInt(series.group(2)))
                        .mapToObj("%dxxx"::formatted)
                : Stream.of(choice);
    }
}
