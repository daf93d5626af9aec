package io.xunshi.platform.pricing;

import io.xunshi.platform.pricing.Finding.Kind;
import io.xunshi.platform.pricing.Line.Input;
import io.xunshi.platform.pricing.Line.Rule;
import io.xunshi.platform.pricing.Quantity.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What counts of the readings (化验分歧): one value for each attribute that somebody has read. */
record AssayValues(Map<String, Long> byAttribute, Sheet sheet) {

    AssayValues settled(Assay.Report report) {
        report.readings().stream()
                .sorted(Comparator.comparing(Assay::attribute))
                .forEach(this::settle);
        return this;
    }

    @Nullable
    Long of(String attribute) {
        return byAttribute.get(attribute);
    }

    private void settle(Assay assay) {
        var attribute = assay.attribute();
        switch (assay.outcome()) {
            // Whoever needs the value finds that it is missing.
            case Assay.Missing ignored -> {}
            case Assay.Alone(long value) -> {
                sheet.find(Finding.of(Kind.ASSAY_ALONE, attribute));
                take(assay, Rule.ASSAY_ALONE, value);
            }
            case Assay.Agreed(long value) -> take(assay, Rule.ASSAY_MEAN, value);
            case Assay.Disputed(long standIn) -> {
                sheet.find(Finding.of(Kind.UMPIRE_NEEDED, attribute));
                take(assay, Rule.ASSAY_MEAN, standIn);
            }
            case Assay.Umpired(long value, Side loser) -> {
                sheet.find(Finding.of(Kind.UMPIRE_COSTS, attribute + " " + (loser == null ? "BOTH" : loser)));
                take(assay, Rule.ASSAY_UMPIRE, value);
            }
        }
    }

    private void take(Assay assay, Rule rule, long value) {
        byAttribute.put(assay.attribute(), value);
        var inputs = new ArrayList<Input>();
        add(inputs, "seller", assay.seller());
        add(inputs, "buyer", assay.buyer());
        add(inputs, "umpire", assay.umpire());
        add(inputs, "limit", assay.splittingLimit());
        sheet.add(new Line(rule, assay.attribute(), inputs, Quantity.of(value, Unit.HUNDREDTH)));
    }

    private static void add(List<Input> inputs, String name, @Nullable Long value) {
        if (value != null) {
            inputs.add(Input.of(name, value, Unit.HUNDREDTH));
        }
    }
}
