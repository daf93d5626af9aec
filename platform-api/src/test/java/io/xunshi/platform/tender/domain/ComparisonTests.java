package io.xunshi.platform.tender.domain;

import static io.xunshi.platform.tender.domain.Asking.compared;
import static io.xunshi.platform.tender.domain.Asking.line;
import static io.xunshi.platform.tender.domain.Asking.quote;
import static io.xunshi.platform.tender.domain.Asking.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.tender.domain.Comparison.Deviation;
import io.xunshi.platform.tender.domain.Comparison.Part;
import io.xunshi.platform.tender.domain.Comparison.Ranked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How quotes stand beside each other. */
class ComparisonTests {

    @ParameterizedTest
    @CsvSource({
        "INCLUDES_VAT_13, 1695000, 1500000",
        "INCLUDES_VAT_3, 1545000, 1500000",
        "EXCLUDES_VAT, 1500000, 1500000"
    })
    void pricesAreComparedWithoutTheTaxThatTheyInclude(TaxBasis tax, long fen, long without) {
        assertThat(tax.withoutTax(Money.fen(fen))).isEqualTo(Money.fen(without));
    }

    @ParameterizedTest
    @CsvSource({"113, 100", "112, 99", "1, 1"})
    void whatIsLeftIsRoundedToTheFenOnce(long fen, long without) {
        assertThat(TaxBasis.INCLUDES_VAT_13.withoutTax(Money.fen(fen))).isEqualTo(Money.fen(without));
    }

    @Test
    void aHigherPriceThatIncludesMoreTaxCanBeTheBetterOne() {
        var withTax = quote(1, sheet(30_000, 1_690_000, 1_000, TaxBasis.INCLUDES_VAT_13));
        var without = quote(2, sheet(30_000, 1_500_000, 1_000, TaxBasis.EXCLUDES_VAT));

        assertThat(ranks(compared(line(60_000, 10_000), without, withTax))).containsExactly(withTax.id(), without.id());
    }

    @Test
    void atOnePriceFewerDeviationsAreBetterAndThenWhoWasEarlier() {
        var deviating = quote(1, sheet(30_000, 1_500_000, 1_000, TaxBasis.EXCLUDES_VAT));
        var fitting = quote(2, sheet(30_000, 1_695_000, 1_000, TaxBasis.INCLUDES_VAT_13));
        var later = quote(3, sheet(30_000, 1_695_000, 1_000, TaxBasis.INCLUDES_VAT_13));

        assertThat(ranks(compared(line(60_000, 10_000), later, deviating, fitting)))
                .containsExactly(fitting.id(), later.id(), deviating.id());
    }

    @Test
    void whatIsNotAsAskedIsNamed() {
        var asked = line(60_000, 10_000, Asking.atLeast("al_pct", "98"));

        var compared = compared(asked, quote(1, sheet(30_000, 1_500_000, 1_000, TaxBasis.EXCLUDES_VAT)));

        assertThat(compared.quotes().getFirst().deviations())
                .containsExactly(
                        new Deviation(Deviation.Kind.QUALITY, "al_pct"), new Deviation(Deviation.Kind.TAX, ""));
        assertThat(compared.cheapest()).hasSize(1);
        assertThat(compared.cheapestFitting()).isEmpty();
    }

    @Test
    void whatNobodyStandsByAnyMoreIsShownAndNotTaken() {
        var compared = Comparison.of(
                        Asking.terms(line(60_000, 10_000)),
                        List.of(quote(1, 30_000, 15_000)),
                        Asking.CLOSE.plus(Duration.ofDays(30)))
                .getFirst();

        assertThat(compared.quotes()).extracting(Ranked::isValid).containsExactly(false);
        assertThat(compared.cheapest()).isEmpty();
    }

    @Test
    void aLineIsFilledFromTheCheapestOn() {
        var compared = compared(
                line(60_000, 10_000), quote(1, 30_000, 15_200), quote(2, 40_000, 15_000), quote(3, 60_000, 15_100));

        assertThat(compared.cheapest())
                .containsExactly(new Part(new UUID(7, 2), 40_000_000), new Part(new UUID(7, 3), 20_000_000));
    }

    @Test
    void aDearerPartMakesRoomForTheSmallestPartOfTheNextOne() {
        var compared = compared(line(60_000, 20_000), quote(1, 50_000, 15_000), quote(2, 40_000, 15_100));

        assertThat(compared.cheapest())
                .containsExactly(new Part(new UUID(7, 1), 40_000_000), new Part(new UUID(7, 2), 20_000_000));
    }

    static Stream<Drawn> drawn() {
        return LongStream.rangeClosed(1, 300).mapToObj(Drawn::of);
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void aSplitTakesNoMoreThanIsAskedAndOfNobodyLessThanTheySell(Drawn drawn) {
        var compared = compared(drawn.line(), drawn.quotes().toArray(Quote[]::new));

        assertThat(sum(compared.cheapest())).isLessThanOrEqualTo(drawn.line().quantity());
        assertThat(compared.cheapest()).allSatisfy(part -> {
            var ranked = compared.quotes().stream()
                    .filter(one -> one.quote().id().equals(part.quote()))
                    .findFirst()
                    .orElseThrow();
            assertThat(part.quantity())
                    .isBetween(
                            ranked.leastOf(drawn.line()), ranked.quote().sheet().quantity());
        });
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void withoutSmallestPartsNoSplitOfTheSameQuantityCostsLess(Drawn drawn) {
        var asked = line(drawn.line().quantity() / 1_000, 1);
        var compared = compared(asked, drawn.quotes().toArray(Quote[]::new));
        var wanted = sum(compared.cheapest());

        // Tonne after tonne, each from whoever is cheapest still: nothing can be less than the sum of the cheapest.
        var tonnes = new ArrayList<Long>();
        compared.quotes()
                .forEach(ranked -> LongStream.range(0, ranked.quote().sheet().quantity() / 1_000_000)
                        .forEach(i -> tonnes.add(ranked.comparedPrice().amount())));
        var least = tonnes.stream()
                .sorted()
                .limit(wanted / 1_000_000)
                .mapToLong(Long::longValue)
                .sum();

        assertThat(wanted).isEqualTo(Math.min(asked.quantity(), tonnes.size() * 1_000_000L));
        assertThat(costOf(compared)).isEqualTo(least);
    }

    private static long costOf(Comparison compared) {
        return compared.cheapest().stream()
                .mapToLong(part -> compared.quotes().stream()
                        .filter(one -> one.quote().id().equals(part.quote()))
                        .mapToLong(one -> one.comparedPrice().amount() * (part.quantity() / 1_000_000))
                        .sum())
                .sum();
    }

    private static long sum(List<Part> parts) {
        return parts.stream().mapToLong(Part::quantity).sum();
    }

    private static List<UUID> ranks(Comparison compared) {
        return compared.quotes().stream().map(ranked -> ranked.quote().id()).toList();
    }

    /** A line and quotes in whole tonnes. */
    record Drawn(long seed, TenderLine line, List<Quote> quotes) {
        static Drawn of(long seed) {
            var random = new Random(seed);
            var quotes = IntStream.rangeClosed(1, random.nextInt(1, 7))
                    .mapToObj(n -> quote(
                            n,
                            sheet(
                                    random.nextInt(1, 60) * 1_000L,
                                    random.nextInt(1_300_000, 1_700_000),
                                    1,
                                    TaxBasis.INCLUDES_VAT_13)))
                    .toList();
            return new Drawn(
                    seed, Asking.line(random.nextInt(20, 100) * 1_000L, random.nextInt(1, 20) * 1_000L), quotes);
        }

        @Override
        public String toString() {
            return "drawn by " + seed;
        }
    }
}
