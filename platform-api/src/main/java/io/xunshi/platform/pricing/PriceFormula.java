package io.xunshi.platform.pricing;

import io.xunshi.platform.pricing.QuotationalPeriod.Called;
import io.xunshi.platform.pricing.QuotationalPeriod.MeanOf;
import io.xunshi.platform.pricing.QuotationalPeriod.OnDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a price comes about: <code>P = Σ k × Ref(series, QP) + premium − Σ penalties</code> (计价公式), in fen a tonne. A
 * formula is agreed in the contract and does not change; what it comes to is computed by {@link PriceComputation}.
 */
public sealed interface PriceFormula {
    /** More series than anybody hedges one material with. */
    int MAX_REFERENCES = 5;

    int MAX_PENALTIES = 20;

    /** In no order that matters; each attribute at most once. */
    List<Penalty> penalties();

    /** With so much more for a tonne; negative for less. */
    PriceFormula plus(long fenPerTonne);

    /** Codes of the series that it names, sorted. */
    Set<String> series();

    /** The same for a part of the goods: what is called altogether is what is delivered. */
    PriceFormula forQuantity(long grams);

    /** In which one side calls the price; empty where none is called. All that are called are called together. */
    Optional<Called> called();

    /** 一口价. Where a deal counts pieces, the price is that of a piece. */
    record Fixed(long fenPerTonne, List<Penalty> penalties) implements PriceFormula {
        public Fixed {
            if (fenPerTonne < 0 || fenPerTonne > Fixing.MAX_FEN_PER_TONNE) {
                throw new IllegalArgumentException("No price: " + fenPerTonne);
            }
            penalties = checked(penalties);
        }

        @Override
        public Fixed plus(long more) {
            return new Fixed(Math.addExact(fenPerTonne, more), penalties);
        }

        @Override
        public Set<String> series() {
            return Set.of();
        }

        @Override
        public Fixed forQuantity(long grams) {
            return this;
        }

        @Override
        public Optional<Called> called() {
            return Optional.empty();
        }
    }

    /**
     * 参考价 × 系数 + 升贴水.
     *
     * @param references at least one
     * @param premiumFenPerTonne negative for a discount (贴水)
     */
    record Indexed(List<Reference> references, long premiumFenPerTonne, List<Penalty> penalties)
            implements PriceFormula {
        public Indexed {
            if (references.isEmpty() || references.size() > MAX_REFERENCES) {
                throw new IllegalArgumentException("No number of references: " + references.size());
            }
            if (Math.abs(premiumFenPerTonne) > Fixing.MAX_FEN_PER_TONNE) {
                throw new IllegalArgumentException("No premium: " + premiumFenPerTonne);
            }
            references = List.copyOf(references);
            penalties = checked(penalties);
        }

        @Override
        public Indexed plus(long fenPerTonne) {
            return new Indexed(references, Math.addExact(premiumFenPerTonne, fenPerTonne), penalties);
        }

        @Override
        public Set<String> series() {
            return references.stream().map(Reference::series).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public Indexed forQuantity(long grams) {
            return new Indexed(
                    references.stream()
                            .map(reference -> reference.forQuantity(grams))
                            .toList(),
                    premiumFenPerTonne,
                    penalties);
        }

        @Override
        public Optional<Called> called() {
            return references.stream()
                    .map(Reference::period)
                    .filter(Called.class::isInstance)
                    .map(Called.class::cast)
                    .findFirst();
        }
    }

    /**
     * A share of a reference price.
     *
     * @param coefficientBp k in basis points: 8,800 is 0.88; up to three times the reference
     */
    record Reference(String series, int coefficientBp, QuotationalPeriod period) {
        public static final int MAX_COEFFICIENT_BP = 30_000;

        public Reference {
            if (coefficientBp < 1 || coefficientBp > MAX_COEFFICIENT_BP) {
                throw new IllegalArgumentException("No coefficient: " + coefficientBp);
            }
        }

        Reference forQuantity(long grams) {
            return new Reference(
                    series,
                    coefficientBp,
                    switch (period) {
                        case OnDay day -> day;
                        case MeanOf mean -> mean;
                        case Called called -> called.of(grams);
                    });
        }
    }

    private static List<Penalty> checked(List<Penalty> penalties) {
        if (penalties.size() > MAX_PENALTIES
                || penalties.stream().map(Penalty::attribute).distinct().count() < penalties.size()) {
            throw new IllegalArgumentException("Each attribute at most once");
        }
        return List.copyOf(penalties);
    }
}
