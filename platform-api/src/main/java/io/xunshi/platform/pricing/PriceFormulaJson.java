package io.xunshi.platform.pricing;

import io.xunshi.platform.pricing.Penalty.Deduction;
import io.xunshi.platform.pricing.Penalty.Linear;
import io.xunshi.platform.pricing.Penalty.Step;
import io.xunshi.platform.pricing.Penalty.Stepped;
import io.xunshi.platform.pricing.Penalty.Worse;
import io.xunshi.platform.pricing.PriceFormula.Fixed;
import io.xunshi.platform.pricing.PriceFormula.Indexed;
import io.xunshi.platform.pricing.PriceFormula.Reference;
import io.xunshi.platform.pricing.QuotationalPeriod.Called;
import io.xunshi.platform.pricing.QuotationalPeriod.MeanOf;
import io.xunshi.platform.pricing.QuotationalPeriod.OnDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A formula as JSON, for wires and tables. Reading is strict: a member that is not known, is missing or is there twice,
 * a number that is none or out of its range, and a series that nobody keeps are all refused, each with its place.
 */
public final class PriceFormulaJson {
    /** Far more than the longest formula. */
    private static final int MAX_LENGTH = 20_000;

    private static final int MAX_DEPTH = 8;
    private static final int MAX_STEPS = 20;
    private static final long MAX_HUNDREDTHS = 1_000_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxDocumentLength(MAX_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PriceFormulaJson() {}

    /** @throws BadFormula where it is none, or names other series */
    public static PriceFormula read(String text, Iterable<String> knownSeries) {
        if (text.length() > MAX_LENGTH) {
            throw BadFormula.at("", "too-long");
        }
        try {
            return read(JSON.readTree(text), knownSeries);
        } catch (JacksonException e) {
            throw BadFormula.at("", "no-json");
        }
    }

    /** What {@link #write} wrote; the series that it names were known then. */
    public static PriceFormula readWritten(String text) {
        var json = JSON.readTree(text);
        return read(
                json,
                json.path("references")
                        .valueStream()
                        .map(reference -> reference.path("series").asString())
                        .toList());
    }

    /** @throws BadFormula where it is none, or names other series */
    public static PriceFormula read(JsonNode json, Iterable<String> knownSeries) {
        var known = new ArrayList<String>();
        knownSeries.forEach(known::add);
        var faults = new ArrayList<BadFormula.Fault>();
        var members = new JsonMembers(json, "", faults);
        try {
            var formula = formula(members, known);
            if (faults.isEmpty()) {
                return formula;
            }
        } catch (IllegalArgumentException e) {
            // What only shows in the whole: an attribute twice, steps that fall, a limit before the free one.
            if (faults.isEmpty()) {
                members.fault("", "contradiction");
            }
        }
        throw new BadFormula(faults);
    }

    /** The one text of a formula; what is equal reads the same. */
    public static String write(PriceFormula formula) {
        return JSON.writeValueAsString(
                switch (formula) {
                    case Fixed fixed ->
                        object("kind", "FIXED", "fenPerTonne", fixed.fenPerTonne(), "penalties", penalties(fixed));
                    case Indexed indexed ->
                        object(
                                "kind",
                                "INDEXED",
                                "references",
                                indexed.references().stream()
                                        .map(PriceFormulaJson::written)
                                        .toList(),
                                "premiumFenPerTonne",
                                indexed.premiumFenPerTonne(),
                                "penalties",
                                penalties(indexed));
                });
    }

    private static PriceFormula formula(JsonMembers members, List<String> known) {
        return switch (members.choice("kind", "FIXED", "INDEXED")) {
            case "FIXED" -> {
                members.only("kind", "fenPerTonne", "penalties");
                yield new Fixed(members.number("fenPerTonne", 0, Fixing.MAX_FEN_PER_TONNE), penalties(members));
            }
            default -> {
                members.only("kind", "references", "premiumFenPerTonne", "penalties");
                yield new Indexed(
                        members.list("references", 1, PriceFormula.MAX_REFERENCES).stream()
                                .map(reference -> reference(reference, known))
                                .toList(),
                        members.number("premiumFenPerTonne", -Fixing.MAX_FEN_PER_TONNE, Fixing.MAX_FEN_PER_TONNE),
                        penalties(members));
            }
        };
    }

    private static Reference reference(JsonMembers members, List<String> known) {
        members.only("series", "coefficientBp", "period");
        return new Reference(
                members.choice("series", known.toArray(String[]::new)),
                (int) members.number("coefficientBp", 1, Reference.MAX_COEFFICIENT_BP),
                period(members.member("period")));
    }

    private static QuotationalPeriod period(JsonMembers members) {
        return switch (members.choice("kind", "DAY", "MEAN", "CALLED")) {
            case "DAY" -> {
                members.only("kind", "day");
                yield new OnDay(members.day("day"));
            }
            case "MEAN" -> {
                members.only("kind", "days", "from");
                yield new MeanOf((int) members.number("days", 1, QuotationalPeriod.MAX_DAYS), members.day("from"));
            }
            default -> {
                members.only("kind", "by", "from", "deadline", "grams", "smallestGrams");
                yield new Called(
                        Side.valueOf(members.choice("by", "SELLER", "BUYER")),
                        members.day("from"),
                        members.day("deadline"),
                        members.number("grams", 1, WeighTicket.MAX_GRAMS),
                        members.number("smallestGrams", 1, WeighTicket.MAX_GRAMS));
            }
        };
    }

    private static List<Penalty> penalties(JsonMembers members) {
        return members.list("penalties", 0, PriceFormula.MAX_PENALTIES).stream()
                .map(PriceFormulaJson::penalty)
                .toList();
    }

    private static Penalty penalty(JsonMembers members) {
        members.only("attribute", "bad", "free", "reject", "deduction");
        return new Penalty(
                members.word("attribute"),
                Worse.valueOf(members.choice("bad", "ABOVE", "BELOW")),
                members.number("free", 0, MAX_HUNDREDTHS),
                members.has("reject") ? members.number("reject", 0, MAX_HUNDREDTHS) : null,
                deduction(members.member("deduction")));
    }

    private static Deduction deduction(JsonMembers members) {
        return switch (members.choice("kind", "LINEAR", "STEPPED")) {
            case "LINEAR" -> {
                members.only("kind", "per", "fenPerTonne");
                yield new Linear(
                        members.number("per", 1, MAX_HUNDREDTHS),
                        members.number("fenPerTonne", 0, Fixing.MAX_FEN_PER_TONNE));
            }
            default -> {
                members.only("kind", "steps");
                yield new Stepped(members.list("steps", 1, MAX_STEPS).stream()
                        .map(PriceFormulaJson::step)
                        .toList());
            }
        };
    }

    private static Step step(JsonMembers members) {
        members.only("over", "fenPerTonne");
        return new Step(
                members.number("over", 0, MAX_HUNDREDTHS), members.number("fenPerTonne", 0, Fixing.MAX_FEN_PER_TONNE));
    }

    private static Map<String, Object> written(Reference reference) {
        return object(
                "series",
                reference.series(),
                "coefficientBp",
                reference.coefficientBp(),
                "period",
                switch (reference.period()) {
                    case OnDay on -> object("kind", "DAY", "day", on.day().toString());
                    case MeanOf mean ->
                        object(
                                "kind",
                                "MEAN",
                                "days",
                                mean.days(),
                                "from",
                                mean.from().toString());
                    case Called called ->
                        object(
                                "kind",
                                "CALLED",
                                "by",
                                called.by().name(),
                                "from",
                                called.from().toString(),
                                "deadline",
                                called.deadline().toString(),
                                "grams",
                                called.grams(),
                                "smallestGrams",
                                called.smallestGrams());
                });
    }

    private static List<Map<String, Object>> penalties(PriceFormula formula) {
        return formula.penalties().stream().map(PriceFormulaJson::written).toList();
    }

    private static Map<String, Object> written(Penalty penalty) {
        var written =
                object("attribute", penalty.attribute(), "bad", penalty.bad().name(), "free", penalty.free());
        if (penalty.reject() != null) {
            written.put("reject", penalty.reject());
        }
        written.put(
                "deduction",
                switch (penalty.deduction()) {
                    case Linear linear ->
                        object("kind", "LINEAR", "per", linear.per(), "fenPerTonne", linear.fenPerTonne());
                    case Stepped stepped ->
                        object(
                                "kind",
                                "STEPPED",
                                "steps",
                                stepped.steps().stream()
                                        .map(step -> object("over", step.over(), "fenPerTonne", step.fenPerTonne()))
                                        .toList());
                });
        return written;
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        var members = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
