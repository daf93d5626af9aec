package io.xunshi.platform.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.exchange.FindableOffer;
import io.xunshi.platform.exchange.FindableOffer.Party;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.exchange.PriceBasis;
import io.xunshi.platform.exchange.SaidQuality;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.search.domain.OfferCriteria.Days;
import io.xunshi.platform.search.domain.OfferCriteria.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferCriteriaTests {
    private static final List<String> PATH = List.of("NF", "NF-AL", "NF-AL-EXT-O");
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-12-10");

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "MATERIAL, NF-AL, true",
        "MATERIAL, NF-CU, false",
        "AREA, ZZ-GY, true",
        "AREA, OUTSIDE, false",
        "DELIVERY, TO_BUYER, false",
        "PAYMENT, AFTER_WEIGHING, true",
        "TAX, EXCLUDES_VAT, false",
        "PACKING, BALED, true",
        "PACKING, LOOSE, false",
        "PRICE_BASIS, NAMED, true",
        "PRICE_BASIS, OFFERS_WANTED, false",
        "STATE, HELD, false",
    })
    void aChoiceLeavesOutEverythingElse(OfferFacet facet, String code, boolean isMet) {
        var criteria = criteria(Map.of(facet, List.of(code)), List.of(), Range.ANY, Range.ANY, Days.ANY, null);

        assertThat(criteria.isMetBy(lot(), PATH)).isEqualTo(isMet);
    }

    @Test
    void boundsBelongToTheRange() {
        assertThat(priced(1_560_000L, 1_560_000L).isMetBy(lot(), PATH)).isTrue();
        assertThat(priced(1_560_001L, null).isMetBy(lot(), PATH)).isFalse();
        assertThat(priced(null, 1_559_999L).isMetBy(lot(), PATH)).isFalse();
    }

    @Test
    void aRangeOfPricesLeavesOutWhatHasNone() {
        assertThat(priced(null, 2_000_000L).isMetBy(lot(null), PATH)).isFalse();
        assertThat(priced(null, null).isMetBy(lot(null), PATH)).isTrue();
    }

    @Test
    void oneDayInCommonSufficesForInspection() {
        assertThat(inspectedIn("2026-12-05", "2026-12-09").isMetBy(lot(), PATH)).isTrue();
        assertThat(inspectedIn("2026-12-06", "2026-12-09").isMetBy(lot(), PATH)).isFalse();
    }

    @Test
    void anOfferIsValidOnItsLastDay() {
        assertThat(validOn(LAST_DAY).isMetBy(lot(), PATH)).isTrue();
        assertThat(validOn(LAST_DAY.plusDays(1)).isMetBy(lot(), PATH)).isFalse();
    }

    @Test
    void theSameQuestionInAnotherOrderContinuesAtTheSameCursor() {
        var one = criteria(
                Map.of(OfferFacet.AREA, List.of("ZZ-GY", "ZZ-XM")), List.of(), Range.ANY, Range.ANY, Days.ANY, null);
        var other = criteria(
                Map.of(OfferFacet.AREA, List.of("ZZ-XM", "ZZ-GY", "ZZ-GY"), OfferFacet.TAX, List.of()),
                List.of(),
                Range.ANY,
                Range.ANY,
                Days.ANY,
                null);

        assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
    }

    private static OfferCriteria priced(@Nullable Long min, @Nullable Long max) {
        return criteria(Map.of(), List.of(), Range.ANY, new Range(min, max), Days.ANY, null);
    }

    private static OfferCriteria inspectedIn(String from, String to) {
        var days = new Days(LocalDate.parse(from), LocalDate.parse(to));
        return criteria(Map.of(), List.of(), Range.ANY, Range.ANY, days, null);
    }

    private static OfferCriteria validOn(LocalDate day) {
        return criteria(Map.of(), List.of(), Range.ANY, Range.ANY, Days.ANY, day);
    }

    private static OfferCriteria criteria(
            Map<OfferFacet, List<String>> chosen,
            List<QualityWish> quality,
            Range quantity,
            Range price,
            Days days,
            @Nullable LocalDate validOn) {
        return new OfferCriteria(
                OfferSide.LOT, "", chosen, quality, quantity, price, days, validOn, null, OfferSort.RELEVANCE);
    }

    private static FindableOffer lot() {
        return lot(Money.fen(1_560_000));
    }

    private static FindableOffer lot(@Nullable Money price) {
        var number = new BigDecimal("97.5");
        return new FindableOffer(
                OfferSide.LOT,
                UUID.randomUUID(),
                "F1",
                true,
                1,
                new Party(new OrganisationId(UUID.randomUUID()), "巩义再生", "回郭镇"),
                "OFFERED",
                "NF-AL-EXT-O",
                Measure.WEIGHT,
                "旧铝型材",
                "",
                28_000_000,
                Map.of("al_pct", new SaidQuality(number, number, List.of())),
                "BALED",
                "ZZ-GY",
                "工业区",
                "AT_SELLER",
                "AFTER_WEIGHING",
                "INCLUDES_VAT_13",
                price,
                price == null ? PriceBasis.OFFERS_WANTED : PriceBasis.NAMED,
                LocalDate.parse("2026-12-01"),
                LocalDate.parse("2026-12-05"),
                LAST_DAY,
                Instant.parse("2026-11-23T08:00:00Z"));
    }
}
