package io.xunshi.platform.exchange.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.catalog.LicenceGate;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.catalog.QualityAttribute.Type;
import io.xunshi.platform.catalog.QualityBound;
import io.xunshi.platform.catalog.SettlementBasis;
import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.Requirement;
import io.xunshi.platform.exchange.Requirement.Between;
import io.xunshi.platform.exchange.Requirement.OneOf;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.LotTerms.Days;
import io.xunshi.platform.exchange.domain.LotTerms.Place;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.PriceFormula.Indexed;
import io.xunshi.platform.pricing.PriceFormula.Reference;
import io.xunshi.platform.pricing.QuotationalPeriod.Called;
import io.xunshi.platform.pricing.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lots can be offered, and which demands posted. */
class OfferRulesTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
    private static final Map<String, String> GOOD =
            Map.of("form", "extrusion", "al_pct", "97.5", "inclusion_pct", "1.2", "sealed_container", "false");

    private final OfferRules rules = new OfferRules(area -> area.equals("ZZ-GY"));

    @Test
    void aLotThatSaysEverythingIsOffered() {
        assertThat(faultsOf(lot(28_000_000, GOOD))).isEmpty();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        var faults = rules.faultsOf(
                new LotTerms(
                        "NF-AL-EXT-O",
                        "铝",
                        "",
                        0,
                        5_000,
                        Map.of(),
                        Packing.LOOSE,
                        new Place("NOWHERE", ""),
                        Delivery.AT_SELLER,
                        PaymentTerms.BEFORE_LOADING,
                        TaxBasis.EXCLUDES_VAT,
                        Money.fen(0),
                        LotTerms.PLAIN,
                        1,
                        new Days(TODAY, TODAY.minusDays(1)),
                        List.of(),
                        TODAY.plusDays(91)),
                material(true),
                schema(),
                TODAY);

        assertThat(faults)
                .extracting(FieldFault::field)
                .contains(
                        "title",
                        "quantity",
                        "leastQuantity",
                        "toleranceBasisPoints",
                        "place.areaCode",
                        "place.address",
                        "price",
                        "inspection",
                        "lastDay",
                        "quality.form",
                        "quality.al_pct");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 999, 100_000_000_001L, Long.MAX_VALUE})
    void aWeightThatNoTruckAndNoYardKnowsIsRefused(long grams) {
        assertThat(faultsOf(lot(grams, GOOD))).contains("quantity");
    }

    @Test
    void lessThanTheTradeOffersOfAMaterialIsRefused() {
        assertThat(faultsOf(lot(999_000, GOOD))).containsExactly("quantity");
    }

    @ParameterizedTest
    @CsvSource({
        "al_pct, 101, quality-value",
        "al_pct, -1, quality-value",
        "al_pct, viel, quality-value",
        "al_pct, 96.9, quality-standard",
        "form, ring, quality-value",
        "sealed_container, true, quality-forbidden",
        "colour, red, quality-unknown"
    })
    void whatDoesNotAnswerTheSchemaOrItsStandardIsRefused(String attribute, String value, String rule) {
        var said = new HashMap<>(GOOD);
        said.put(attribute, value);

        assertThat(rules.faultsOf(lot(28_000_000, said), material(true), schema(), TODAY))
                .containsExactly(new FieldFault("quality." + attribute, "exchange.field." + rule));
    }

    @Test
    void piecesAreCountedAndHaveNoTolerance() {
        assertThat(rules.faultsOf(lot(12, GOOD), material(false), schema(), TODAY))
                .extracting(FieldFault::field)
                .containsExactly("toleranceBasisPoints");
    }

    @Test
    void aPriceIsCalledOfAllThatIsOfferedAndAfterTheLastCouldHaveSigned() {
        assertThat(rulesOf(called(28_000_000, 5_000_000, TODAY.plusDays(21)))).isEmpty();
        assertThat(rulesOf(called(20_000_000, 5_000_000, TODAY.plusDays(21)))).containsExactly("called-quantity");
        assertThat(rulesOf(called(28_000_000, 500_000, TODAY.plusDays(21)))).containsExactly("called-parts");
        assertThat(rulesOf(called(28_000_000, 5_000_000, TODAY.plusDays(20)))).containsExactly("called-deadline");
        assertThat(rulesOf(
                        called(28_000_000, 5_000_000, TODAY.plusDays(21)),
                        called(28_000_000, 5_000_000, TODAY.plusDays(22))))
                .containsExactly("called-together");
    }

    private List<String> rulesOf(Called... periods) {
        var formula = new Indexed(
                Stream.of(periods)
                        .map(period -> new Reference("AD", 5_000, period))
                        .toList(),
                0,
                List.of());
        return rules.faultsOf(lot(28_000_000, GOOD, formula), material(true), schema(), TODAY).stream()
                .map(fault -> fault.rule().replace("exchange.field.", ""))
                .toList();
    }

    private static Called called(long grams, long smallest, LocalDate deadline) {
        return new Called(Side.SELLER, TODAY, deadline, grams, smallest);
    }

    @Test
    void aDemandAsksForRangesOfNumbersAndForSomeOfTheAnswers() {
        assertThat(faultsOf(demand(Map.of(
                        "al_pct", new Between(new BigDecimal("95"), null),
                        "form", new OneOf(List.of("extrusion", "sheet"))))))
                .isEmpty();
    }

    @Test
    void aDemandThatNothingCouldAnswerIsRefused() {
        assertThat(faultsOf(demand(Map.of(
                        "al_pct", new Between(new BigDecimal("95"), new BigDecimal("90")),
                        "inclusion_pct", new Between(null, null),
                        "form", new OneOf(List.of("ring")),
                        "colour", new OneOf(List.of("red"))))))
                .containsExactlyInAnyOrder("quality.al_pct", "quality.inclusion_pct", "quality.form", "quality.colour");
    }

    private List<String> faultsOf(LotTerms lot) {
        return rules.faultsOf(lot, material(true), schema(), TODAY).stream()
                .map(FieldFault::field)
                .toList();
    }

    private List<String> faultsOf(DemandTerms demand) {
        return rules.faultsOf(demand, material(true), schema(), TODAY).stream()
                .map(FieldFault::field)
                .toList();
    }

    private static LotTerms lot(long quantity, Map<String, String> quality) {
        return lot(quantity, quality, LotTerms.PLAIN);
    }

    private static LotTerms lot(long quantity, Map<String, String> quality, PriceFormula formula) {
        return new LotTerms(
                "NF-AL-EXT-O",
                "旧铝型材 门窗拆解",
                "已去胶条",
                quantity,
                300,
                quality,
                Packing.BALED,
                new Place("ZZ-GY", "回郭镇"),
                Delivery.AT_SELLER,
                PaymentTerms.PROVISIONAL_AND_FINAL,
                TaxBasis.INCLUDES_VAT_13,
                Money.fen(1_560_000),
                formula,
                Math.max(1, quantity / 2),
                null,
                List.of(),
                TODAY.plusDays(7));
    }

    private static DemandTerms demand(Map<String, Requirement> quality) {
        return new DemandTerms(
                "NF-AL",
                "长期求购旧铝型材",
                "",
                60_000_000,
                5_000_000,
                quality,
                new Place("ZZ-GY", "站街镇"),
                Delivery.TO_BUYER,
                PaymentTerms.AFTER_WEIGHING,
                TaxBasis.INCLUDES_VAT_13,
                null,
                new Days(TODAY, TODAY.plusDays(30)),
                TODAY.plusDays(30));
    }

    private static Material material(boolean weighed) {
        return new Material(
                "NF-AL-EXT-O",
                "NF-AL",
                3,
                List.of("NF", "NF-AL", "NF-AL-EXT-O"),
                true,
                "旧铝型材(门窗)",
                "Old extrusions",
                weighed ? "t" : "件",
                weighed ? "CNY/t" : "CNY/件",
                weighed ? 1_000_000L : null,
                "GB/T 13586-2021",
                "Tutu",
                "7602000090",
                "",
                List.of(),
                LicenceGate.FILING_AND_POLICE,
                "Q-AL",
                "al_pct>=97",
                List.of(new QualityBound("al_pct", new BigDecimal("97"), null)),
                SettlementBasis.DRY_NET,
                1,
                null);
    }

    private static List<QualityAttribute> schema() {
        return List.of(
                attribute("form", Type.CHOICE, true, List.of("extrusion", "sheet", "casting"), null),
                attribute("al_pct", Type.DECIMAL, true, List.of(), null),
                attribute("inclusion_pct", Type.DECIMAL, true, List.of(), null),
                attribute("sealed_container", Type.BOOLEAN, true, List.of(), "false"));
    }

    private static QualityAttribute attribute(
            String code, Type type, boolean required, List<String> choices, @Nullable String mustBe) {
        return new QualityAttribute(
                "Q-AL",
                code,
                type,
                type == Type.DECIMAL ? "%" : null,
                required,
                choices,
                null,
                type == Type.DECIMAL ? new BigDecimal("100") : null,
                mustBe,
                null,
                code,
                code);
    }
}
