package io.xunshi.platform.exchange.domain;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.catalog.QualityAttribute.Type;
import io.xunshi.platform.exchange.Requirement;
import io.xunshi.platform.exchange.Requirement.Between;
import io.xunshi.platform.exchange.Requirement.OneOf;
import io.xunshi.platform.http.FieldFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be said and asked of a material's quality, by its schema and the limits of its standard. */
final class QualityRules {
    private static final int ANSWERS_MAX = 20;

    private final Material material;
    private final Map<String, QualityAttribute> attributes;

    QualityRules(Material material, List<QualityAttribute> schema) {
        this.material = material;
        attributes = schema.stream().collect(Collectors.toMap(QualityAttribute::code, Function.identity()));
    }

    /** Of what a lot says; what the standard forbids is no such material and has to be offered as another. */
    List<FieldFault> faultsOf(Map<String, String> said) {
        var faults = new ArrayList<FieldFault>();
        attributes.values().stream()
                .filter(attribute -> attribute.required() && !said.containsKey(attribute.code()))
                .forEach(attribute -> faults.add(fault(attribute.code(), "quality-required")));
        said.forEach((code, value) -> faults.addAll(faultsOf(code, value)));
        return faults;
    }

    /** Of what a laboratory read, which may well be outside of the standard. */
    List<FieldFault> faultsOfReadings(Map<String, String> read) {
        return read.entrySet().stream()
                .filter(entry -> !isReading(attributes.get(entry.getKey()), entry.getValue()))
                .map(entry -> new FieldFault("readings." + entry.getKey(), "exchange.field.quality-value"))
                .toList();
    }

    private static boolean isReading(@Nullable QualityAttribute attribute, String value) {
        return attribute != null && attribute.accepts(value);
    }

    private List<FieldFault> faultsOf(String code, String value) {
        var attribute = attributes.get(code);
        if (attribute == null) {
            return List.of(fault(code, "quality-unknown"));
        }
        var mustBe = attribute.mustBe();
        if (mustBe != null && !mustBe.equals(value)) {
            return List.of(fault(code, "quality-forbidden"));
        }
        if (!attribute.accepts(value)) {
            return List.of(fault(code, "quality-value"));
        }
        return isWithinStandard(attribute, value) ? List.of() : List.of(fault(code, "quality-standard"));
    }

    private boolean isWithinStandard(QualityAttribute attribute, String value) {
        return !isNumber(attribute)
                || material.bounds().stream()
                        .filter(bound -> bound.attribute().equals(attribute.code()))
                        .allMatch(bound -> bound.holds(new BigDecimal(value)));
    }

    /** Of what a demand asks. */
    List<FieldFault> faultsOfRequirements(Map<String, Requirement> asked) {
        return asked.entrySet().stream()
                .filter(entry -> !mayBeAsked(attributes.get(entry.getKey()), entry.getValue()))
                .map(entry -> fault(entry.getKey(), "requirement"))
                .toList();
    }

    private static boolean mayBeAsked(@Nullable QualityAttribute attribute, Requirement asked) {
        if (attribute == null) {
            return false;
        }
        return switch (asked) {
            case Between between -> isNumber(attribute) && isRange(between);
            case OneOf oneOf ->
                !isNumber(attribute)
                        && !oneOf.answers().isEmpty()
                        && oneOf.answers().size() <= ANSWERS_MAX
                        && oneOf.answers().stream().allMatch(attribute::accepts);
        };
    }

    private static boolean isRange(Between between) {
        var min = between.min();
        var max = between.max();
        return (min != null || max != null)
                && (min == null || isMeasured(min))
                && (max == null || isMeasured(max))
                && (min == null || max == null || min.compareTo(max) <= 0);
    }

    /** Nine digits before the point and six behind it, as values are said. */
    private static boolean isMeasured(BigDecimal number) {
        return number.signum() >= 0 && number.scale() <= 6 && number.precision() - number.scale() <= 9;
    }

    private static boolean isNumber(QualityAttribute attribute) {
        return attribute.type() == Type.DECIMAL || attribute.type() == Type.INTEGER;
    }

    private static FieldFault fault(String attribute, String rule) {
        return new FieldFault("quality." + attribute, "exchange.field." + rule);
    }
}
