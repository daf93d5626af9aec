package io.xunshi.platform.pricing;

import io.xunshi.platform.pricing.Finding.Kind;
import io.xunshi.platform.pricing.Line.Rule;
import io.xunshi.platform.pricing.Quantity.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A formula's price with every line of its arithmetic.
 *
 * @param fenPerTonne rounded half-even, once, and never below zero; null where a series has no fixing to begin with
 * @param used every fixing that went in, each once, sorted
 * @param usedHash {@link Fixings#hashOf} of them
 */
public record PriceComputation(
        @Nullable Long fenPerTonne, List<Line> lines, List<Finding> findings, List<Fixing> used, String usedHash) {

    public PriceComputation {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
        used = List.copyOf(used);
    }

    /** @param assays settled values by attribute, in hundredths of its unit */
    public static PriceComputation of(PriceFormula formula, PriceFacts facts, Map<String, Long> assays) {
        return of(formula, facts, assays, Unit.FEN_PER_TONNE);
    }

    static PriceComputation of(PriceFormula formula, PriceFacts facts, Map<String, Long> assays, Unit unit) {
        var sheet = new Sheet();
        var base = switch (formula) {
            case PriceFormula.Fixed fixed -> fixed(fixed, unit, sheet);
            case PriceFormula.Indexed indexed -> indexed(indexed, new ReferencePrice(facts, sheet), sheet);
        };
        var deductions = deductions(formula.penalties(), assays, sheet);
        var price = base == null ? null : rounded(base, deductions, unit, sheet);
        var used = Fixings.sorted(sheet.fixings());
        return new PriceComputation(price, sheet.lines(), sheet.findings(), used, Fixings.hashOf(used));
    }

    /** Nothing is still to come that could change it. */
    public boolean isFinal() {
        return fenPerTonne != null
                && findings.stream().noneMatch(finding -> finding.kind().keepsOpen());
    }

    private static Ratio fixed(PriceFormula.Fixed fixed, Unit unit, Sheet sheet) {
        sheet.add(Line.of(Rule.FIXED_PRICE, "", Quantity.of(fixed.fenPerTonne(), unit)));
        return Ratio.of(fixed.fenPerTonne());
    }

    private static @Nullable Ratio indexed(PriceFormula.Indexed indexed, ReferencePrice prices, Sheet sheet) {
        @Nullable Ratio sum = Ratio.ZERO;
        for (var reference : indexed.references()) {
            var price = prices.of(reference);
            sum = sum == null || price == null ? null : sum.plus(weighed(reference, price, sheet));
        }
        if (sum == null) {
            return null;
        }
        if (indexed.premiumFenPerTonne() != 0) {
            sheet.add(Line.of(Rule.PREMIUM, "", Quantity.of(indexed.premiumFenPerTonne(), Unit.FEN_PER_TONNE)));
        }
        return sum.plus(Ratio.of(indexed.premiumFenPerTonne()));
    }

    private static Ratio weighed(PriceFormula.Reference reference, Ratio price, Sheet sheet) {
        var part = price.times(Ratio.basisPoints(reference.coefficientBp()));
        sheet.add(Line.of(
                Rule.COEFFICIENT,
                reference.series(),
                Quantity.printed(part, Unit.FEN_PER_TONNE),
                new Line.Input("reference", Quantity.printed(price, Unit.FEN_PER_TONNE)),
                Line.Input.of("coefficient", reference.coefficientBp(), Unit.BASIS_POINT)));
        return part;
    }

    private static Ratio deductions(List<Penalty> penalties, Map<String, Long> assays, Sheet sheet) {
        var sum = Ratio.ZERO;
        var sorted = penalties.stream()
                .sorted(Comparator.comparing(Penalty::attribute))
                .toList();
        for (var penalty : sorted) {
            var value = assays.get(penalty.attribute());
            sum = sum.plus(value == null ? missing(penalty, sheet) : deduction(penalty, value, sheet));
        }
        return sum;
    }

    private static Ratio missing(Penalty penalty, Sheet sheet) {
        sheet.find(Finding.of(Kind.ASSAY_MISSING, penalty.attribute()));
        return Ratio.ZERO;
    }

    private static Ratio deduction(Penalty penalty, long value, Sheet sheet) {
        var deduction = penalty.of(value);
        var printed = Quantity.printed(deduction, Unit.FEN_PER_TONNE);
        var measured = Line.Input.of("measured", value, Unit.HUNDREDTH);
        var free = Line.Input.of("free", penalty.free(), Unit.HUNDREDTH);
        var excess = Line.Input.of("excess", penalty.excess(value), Unit.HUNDREDTH);
        sheet.add(
                switch (penalty.deduction()) {
                    case Penalty.Linear linear ->
                        Line.of(
                                Rule.LINEAR_PENALTY,
                                penalty.attribute(),
                                printed,
                                measured,
                                free,
                                excess,
                                Line.Input.of("per", linear.per(), Unit.HUNDREDTH),
                                Line.Input.of("rate", linear.fenPerTonne(), Unit.FEN_PER_TONNE));
                    case Penalty.Stepped ignored ->
                        Line.of(Rule.STEPPED_PENALTY, penalty.attribute(), printed, measured, free, excess);
                });
        if (penalty.rejects(value)) {
            sheet.find(new Finding(Kind.REJECT_LIMIT, penalty.attribute(), Quantity.of(value, Unit.HUNDREDTH)));
        }
        return deduction;
    }

    private static long rounded(Ratio base, Ratio deductions, Unit unit, Sheet sheet) {
        var exact = base.minus(deductions);
        var price = exact.atLeast(Ratio.ZERO).rounded();
        if (exact.compareTo(Ratio.ZERO) < 0) {
            sheet.find(new Finding(Kind.PRICE_BELOW_ZERO, "", Quantity.printed(exact, unit)));
        }
        sheet.add(Line.of(
                Rule.PRICE,
                "",
                Quantity.of(price, unit),
                new Line.Input("terms", Quantity.printed(base, unit)),
                new Line.Input("penalties", Quantity.printed(deductions, unit))));
        return price;
    }
}
