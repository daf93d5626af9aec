package io.xunshi.platform.tender.domain;

import io.xunshi.platform.kernel.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The quotes for one line side by side.
 *
 * @param quotes the best first: by the price without tax, then by fewer deviations, then by who quoted earlier
 * @param cheapest of all that stand at the moment
 * @param cheapestFitting of those that deviate in nothing
 */
public record Comparison(TenderLine line, List<Ranked> quotes, List<Part> cheapest, List<Part> cheapestFitting) {
    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::comparedPrice)
            .thenComparing(ranked -> ranked.deviations().size())
            .thenComparing(ranked -> ranked.quote().at())
            .thenComparing(ranked -> ranked.quote().id());

    public Comparison {
        quotes = List.copyOf(quotes);
        cheapest = List.copyOf(cheapest);
        cheapestFitting = List.copyOf(cheapestFitting);
    }

    /** One for each line of the tender, in their order. */
    public static List<Comparison> of(TenderTerms terms, Collection<Quote> quotes, Instant now) {
        return terms.lines().stream()
                .map(line -> of(
                        terms,
                        line,
                        quotes.stream()
                                .filter(quote -> quote.line() == line.number())
                                .toList(),
                        now))
                .toList();
    }

    private static Comparison of(TenderTerms terms, TenderLine line, List<Quote> quotes, Instant now) {
        var sorted = quotes.stream()
                .map(quote -> new Ranked(
                        quote,
                        0,
                        quote.sheet().comparedPrice(),
                        deviations(terms, line, quote.sheet()),
                        quote.sheet().isValidAt(now)))
                .sorted(BEST_FIRST)
                .toList();
        var ranked = IntStream.range(0, sorted.size())
                .mapToObj(i -> sorted.get(i).at(i + 1))
                .toList();
        var standing = ranked.stream().filter(Ranked::isValid).toList();
        return new Comparison(
                line,
                ranked,
                CheapestSplit.of(line, standing),
                CheapestSplit.of(
                        line,
                        standing.stream()
                                .filter(quote -> quote.deviations().isEmpty())
                                .toList()));
    }

    /**
     * Whether what is taken is as much as the cheapest split and costs no more, without tax.
     *
     * @param taken by the quotes' ids; those of other lines are left out
     */
    boolean isAsCheapAsTheSplit(Map<UUID, Long> taken) {
        var split = cheapest.stream().collect(Collectors.toMap(Part::quote, Part::quantity));
        return quantityOf(taken) == quantityOf(split) && costOf(taken).compareTo(costOf(split)) <= 0;
    }

    private long quantityOf(Map<UUID, Long> parts) {
        return quotes.stream()
                .mapToLong(ranked -> parts.getOrDefault(ranked.quote().id(), 0L))
                .sum();
    }

    private BigInteger costOf(Map<UUID, Long> parts) {
        return quotes.stream()
                .map(ranked -> BigInteger.valueOf(ranked.comparedPrice().amount())
                        .multiply(BigInteger.valueOf(
                                parts.getOrDefault(ranked.quote().id(), 0L))))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<Deviation> deviations(TenderTerms terms, TenderLine line, QuoteSheet sheet) {
        var found = new ArrayList<Deviation>();
        line.sortedQuality().forEach((attribute, asked) -> {
            if (!asked.isMetBy(sheet.quality().get(attribute))) {
                found.add(new Deviation(Deviation.Kind.QUALITY, attribute));
            }
        });
        Stream.of(
                        new Compared(Deviation.Kind.DELIVERY, sheet.delivery() == terms.delivery()),
                        new Compared(Deviation.Kind.PAYMENT, sheet.payment() == terms.payment()),
                        new Compared(Deviation.Kind.TAX, sheet.tax() == terms.tax()))
                .filter(compared -> !compared.isSame())
                .forEach(compared -> found.add(new Deviation(compared.kind(), "")));
        return List.copyOf(found);
    }

    /**
     * @param rank 1 for the best
     * @param comparedPrice for a tonne or a piece, without tax
     * @param isValid whether the supplier stands by it still
     */
    public record Ranked(Quote quote, int rank, Money comparedPrice, List<Deviation> deviations, boolean isValid) {
        public Ranked {
            deviations = List.copyOf(deviations);
        }

        Ranked at(int place) {
            return new Ranked(quote, place, comparedPrice, deviations, isValid);
        }

        /** The least that can be taken of it: what the line and the lot allow, or all that is quoted. */
        public long leastOf(TenderLine line) {
            var sheet = quote.sheet();
            return Math.min(sheet.quantity(), Math.max(line.leastPart(), sheet.leastPart()));
        }
    }

    /**
     * Where a quote is not what was asked.
     *
     * @param attribute of the quality; empty for the other kinds
     */
    public record Deviation(Kind kind, String attribute) {
        public enum Kind {
            QUALITY,
            DELIVERY,
            PAYMENT,
            TAX
        }
    }

    /** So much from one quote. */
    public record Part(UUID quote, long quantity) {}

    private record Compared(Deviation.Kind kind, boolean isSame) {}
}
