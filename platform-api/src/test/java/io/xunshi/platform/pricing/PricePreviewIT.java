package io.xunshi.platform.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What-if: what a formula or a delivery would come to, over HTTP. */
@PlatformTest
class PricePreviewIT {
    private static final long[] WEEK = {1_985_000, 1_990_500, 1_987_000, 1_993_000, 1_994_500};
    private static final Map<String, Object> PAPER_PRICE =
            Map.of("kind", "FIXED", "fenPerTonne", 145_000, "penalties", List.of());

    @LocalServerPort
    private int port;

    private Visitor trader;

    @BeforeEach
    void somebodyIsSignedIn() {
        trader = new Visitor(port).signUp("试算的人");
    }

    @Test
    void theGoldenFormulaComesToTheFen() {
        var price = Visitor.json(preview(meanOfAd(), assumed(), List.of(), null));

        assertThat(price.at("/outcome").asString()).isEqualTo("RECKONED");
        assertThat(price.at("/isFinal").booleanValue()).isTrue();
        assertThat(price.at("/fenPerTonne").longValue()).isEqualTo(1_739_200);
        assertThat(price.at("/lines")).hasSize(9);
        assertThat(price.at("/lines/5/rule").asString()).isEqualTo("MEAN");
        assertThat(price.at("/usedFixings")).hasSize(5);
        assertThat(price.at("/usedFixings/0/revision").intValue()).isZero();
    }

    @Test
    void theGoldenLoadComesToTheFen() {
        var settled = Visitor.json(preview(
                PAPER_PRICE,
                List.of(),
                List.of(assay("measured_moisture_pct", 1_500), assay("impurity_pct", 160)),
                settlement(List.of(ticket("SELLER"), ticket("BUYER")))));

        assertThat(settled.at("/weight").longValue()).isEqualTo(19_471_000);
        assertThat(settled.at("/money/total").longValue()).isEqualTo(2_823_295);
        assertThat(settled.at("/isFinal").booleanValue()).isTrue();
        assertThat(settled.at("/ticketDoubts")).isEmpty();
    }

    @Test
    void aDoubtfulTicketIsNamed() {
        var swapped = new HashMap<>(ticket("BUYER"));
        swapped.put("earlierTaresGrams", List.of(9_000_000, 9_010_000, 9_020_000));
        swapped.put("certificateValidTo", "2026-11-01");
        swapped.put("grossAt", "2026-11-02T02:00:00Z");
        swapped.put("tareAt", "2026-11-03T02:00:01Z");

        var settled = Visitor.json(
                preview(PAPER_PRICE, List.of(), List.of(), settlement(List.of(ticket("SELLER"), swapped))));

        assertThat(settled.at("/ticketDoubts")
                        .valueStream()
                        .map(doubt -> doubt.at("/ticket").intValue() + " "
                                + doubt.at("/kind").asString()))
                .containsExactly("1 STALE_TARE", "1 CERTIFICATE_EXPIRED", "1 TARE_DRIFT");
        assertThat(settled.at("/isFinal").booleanValue()).isFalse();
    }

    @Test
    void whatIsMissingOrRefusableIsSaidWithoutFigures() {
        assertThat(Visitor.json(preview(PAPER_PRICE, List.of(), List.of(), settlement(List.of())))
                        .at("/outcome")
                        .asString())
                .isEqualTo("NOT_YET");
        var body = body(PAPER_PRICE, List.of(), List.of(), settlement(List.of(ticket("SELLER"))));
        body.put("rejects", List.of("EXPLOSIVE"));

        var refusable = Visitor.json(trader.post("/api/v1/price-previews", body));

        assertThat(refusable.at("/outcome").asString()).isEqualTo("REFUSABLE");
        assertThat(refusable.at("/money").isNull()).isTrue();
    }

    @Test
    void whatIsNoFormulaIsRefusedWithItsPlace() {
        var unknown = Map.of(
                "kind",
                "INDEXED",
                "references",
                List.of(reference("XX")),
                "premiumFenPerTonne",
                0,
                "penalties",
                List.of());

        var problem = Refusals.problem(
                preview(unknown, List.of(), List.of(), null).expectStatus().isBadRequest());
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("formula.references[0].series");

        var more = new HashMap<>(PAPER_PRICE);
        more.put("surprise", 1);
        assertThat(Refusals.codeOf(
                        preview(more, List.of(), List.of(), null).expectStatus().isBadRequest()))
                .isEqualTo("http.invalid");
    }

    @Test
    void termsThatDoNotGoTogetherAreRefused() {
        var sixPerCent = new HashMap<>(settlement(List.of(ticket("SELLER"))));
        sixPerCent.put("taxRateBp", 600);

        assertThat(Refusals.codeOf(preview(PAPER_PRICE, List.of(), List.of(), sixPerCent)
                        .expectStatus()
                        .isBadRequest()))
                .isEqualTo("pricing.contradiction");
    }

    @Test
    void nobodyComputesWithoutAnAccount() {
        var stranger = new Visitor(port);

        stranger.post("/api/v1/price-previews", body(PAPER_PRICE, List.of(), List.of(), null))
                .expectStatus()
                .isUnauthorized();
    }

    private ResponseSpec preview(
            Map<String, ?> formula, List<?> assumed, List<?> assays, @Nullable Map<String, ?> settlement) {
        return trader.post("/api/v1/price-previews", body(formula, assumed, assays, settlement));
    }

    private static Map<String, Object> body(
            Map<String, ?> formula, List<?> assumed, List<?> assays, @Nullable Map<String, ?> settlement) {
        var body = new HashMap<String, Object>();
        body.put("formula", formula);
        body.put("assumed", assumed);
        body.put("calls", List.of());
        body.put("assays", assays);
        body.put("rejects", List.of());
        if (settlement != null) {
            body.put("settlement", settlement);
        }
        return body;
    }

    private static Map<String, Object> meanOfAd() {
        return Map.of(
                "kind",
                "INDEXED",
                "references",
                List.of(reference("AD")),
                "premiumFenPerTonne",
                -12_000,
                "penalties",
                List.of());
    }

    private static Map<String, Object> reference(String series) {
        return Map.of(
                "series",
                series,
                "coefficientBp",
                8_800,
                "period",
                Map.of("kind", "MEAN", "days", 5, "from", "2026-11-02"));
    }

    private static List<Map<String, Object>> assumed() {
        return IntStream.range(0, WEEK.length)
                .<Map<String, Object>>mapToObj(
                        day -> Map.of("series", "AD", "day", "2026-11-0" + (2 + day), "fenPerTonne", WEEK[day]))
                .toList();
    }

    private static Map<String, Object> assay(String attribute, long value) {
        return Map.of("attribute", attribute, "splittingLimit", 20, "seller", value, "buyer", value);
    }

    private static Map<String, Object> ticket(String scale) {
        return Map.of(
                "scale",
                scale,
                "plate",
                "豫A12345",
                "grossGrams",
                32_460_000,
                "tareGrams",
                12_180_000,
                "earlierTaresGrams",
                List.of());
    }

    private static Map<String, Object> settlement(List<?> tickets) {
        var settlement = new HashMap<String, Object>();
        settlement.put("quantity", 20_000_000);
        settlement.put("quantityToleranceBp", 300);
        settlement.put("overrunAccepted", false);
        settlement.put(
                "basis",
                Map.of(
                        "kind",
                        "MOISTURE_ADJ",
                        "moistureAttribute",
                        "measured_moisture_pct",
                        "moistureBp",
                        1_200,
                        "inclusionAttribute",
                        "impurity_pct",
                        "inclusionBp",
                        100,
                        "bothWays",
                        false));
        settlement.put("scale", Map.of("side", "SELLER", "toleranceBp", 30, "beyond", "RECEIVED"));
        settlement.put("weightStepGrams", 1_000);
        settlement.put("taxRateBp", 0);
        settlement.put("taxIncluded", true);
        settlement.put("provisionalShareBp", 9_000);
        settlement.put("tickets", tickets);
        settlement.put("pieces", 0);
        settlement.put("paidFen", 0);
        settlement.put("depositFen", 0);
        return settlement;
    }
}
