package io.xunshi.platform.fulfilment;

import static io.xunshi.platform.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.fulfilment.usecase.RunFulfilmentTimers;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.trace.LogEntries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** A signed deal from the first load to the final statement. */
@PlatformTest
class FulfilmentIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RunFulfilmentTimers runFulfilmentTimers;

    @Autowired
    private Fulfilments fulfilments;

    @Test
    void aDeliveryAsItWasAgreedIsSettledToTheFen() {
        var haul = Haul.signed(database, port);
        assertThat(haul.state()).isEqualTo("CONTRACTED");

        haul.assayed();
        assertThat(haul.state()).isEqualTo("ASSAYED");
        var provisional = haul.seen().at("/statements/0");
        assertThat(provisional.at("/isProvisional").asBoolean()).isTrue();
        assertThat(provisional.at("/money/payable").asLong()).isEqualTo(28_080_000);
        var settled = Visitor.json(haul.postAs(haul.buyer().owner(), "/acceptance", Map.of()));

        assertThat(settled.at("/state").asString()).isEqualTo("SETTLED");
        var statement = settled.at("/statements/1");
        assertThat(statement.at("/isProvisional").asBoolean()).isFalse();
        assertThat(statement.at("/weight").asLong()).isEqualTo(20_000_000);
        assertThat(statement.at("/money/total").asLong()).isEqualTo(31_200_000);
        assertThat(statement.at("/lines")).hasSizeGreaterThan(8);
    }

    @Test
    void whatOwnDealsWereSettledAtStandsForBothSidesAndNobodyElse() {
        var haul = Haul.signed(database, port).assayed();
        assertThat(settledPrices(haul.seller())).isEmpty();

        haul.postAs(haul.buyer().owner(), "/acceptance", Map.of())
                .expectStatus()
                .isOk();

        var price = settledPrices(haul.seller()).at("/0");
        assertThat(price.at("/dealId").asString()).isEqualTo(haul.deal());
        assertThat(price.at("/side").asString()).isEqualTo("SELLER");
        assertThat(price.at("/day").asString()).isEqualTo(Yard.TODAY.toString());
        assertThat(price.at("/fenPerTonne").asLong()).isEqualTo(1_560_000);
        assertThat(price.at("/grams").asLong()).isEqualTo(20_000_000);
        assertThat(settledPrices(haul.buyer()).at("/0/side").asString()).isEqualTo("BUYER");
        assertThat(codeOf(haul.buyer().owner().get(haul.seller().path("/settled-prices"))))
                .isEqualTo("organisation.not-a-member");
    }

    private static JsonNode settledPrices(Yard yard) {
        return Visitor.json(yard.owner().get(yard.path("/settled-prices"))).at("/items");
    }

    @Test
    void whoeverHasTheTextOfAStatementCanComputeItsHash() {
        var haul = Haul.signed(database, port).assayed();
        var statement = Visitor.json(haul.postAs(haul.buyer().owner(), "/acceptance", Map.of()))
                .at("/statements/1");

        var text = haul.seller()
                .owner()
                .get("/api/v1/deals/" + haul.deal() + "/statements/"
                        + statement.at("/id").asString())
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(Sha256.of(String.valueOf(text)))
                .isEqualTo(statement.at("/hash").asString());
    }

    @Test
    void severalLoadsAreWeighedBeforeTheDeliveryIs() {
        var haul = Haul.signed(database, port);
        var half = haul.load(false);
        half.put("quantity", 10_000_000);
        var first = Visitor.json(haul.dispatch(half)).at("/loads/0/id").asString();
        haul.weigh(haul.seller(), first, haul.ticket(haul.seller(), 22_180, 12_180));
        haul.weigh(haul.buyer(), first, haul.ticket(haul.buyer(), 22_180, 12_180));
        assertThat(haul.state()).isEqualTo("DISPATCHED");

        half.put("isLast", true);
        var second = Visitor.json(haul.dispatch(half)).at("/loads/1/id").asString();
        haul.weigh(haul.seller(), second, haul.ticket(haul.seller(), 22_190, 12_180));
        haul.weigh(haul.buyer(), second, haul.ticket(haul.buyer(), 22_190, 12_180));

        assertThat(haul.state()).isEqualTo("WEIGHED");
        assertThat(codeOf(haul.dispatch(half))).isEqualTo("fulfilment.not-now");
    }

    @Test
    void neitherSideSeesTheOthersReadingBeforeItHasReadItself() {
        var haul = Haul.signed(database, port).sampled();
        haul.report(haul.seller(), 9_750, 120).expectStatus().isCreated();

        assertThat(haul.seen().at("/assays")).isEmpty();
        assertThat(Visitor.json(haul.get(haul.seller().owner())).at("/assays")).hasSize(1);

        haul.report(haul.buyer(), 9_740, 120).expectStatus().isCreated();
        assertThat(haul.seen().at("/assays")).hasSize(2);
    }

    @Test
    void whoDoesNotReadOrInspectInTimeAgrees() {
        var haul = Haul.signed(database, port).sampled();
        haul.report(haul.seller(), 9_700, 120).expectStatus().isCreated();

        haul.letTimePass(database);
        runFulfilmentTimers.runDue().block();
        assertThat(haul.state()).isEqualTo("ASSAYED");
        haul.letTimePass(database);
        runFulfilmentTimers.runDue().block();
        runFulfilmentTimers.runDue().block();

        var seen = haul.seen();
        assertThat(seen.at("/state").asString()).isEqualTo("SETTLED");
        // Half a point below: 100 yuan off each of 20 t.
        assertThat(seen.at("/statements/1/money/total").asLong()).isEqualTo(31_000_000);
        assertThat(seen.at("/statements")).hasSize(2);
    }

    @Test
    void whatNobodyDispatchesIsNotDelivered() {
        var haul = Haul.signed(database, port);

        haul.letTimePass(database);
        runFulfilmentTimers.runDue().block();

        assertThat(haul.state()).isEqualTo("NOT_DELIVERED");
        assertThat(codeOf(haul.dispatch(haul.load(true)))).isEqualTo("fulfilment.not-now");
    }

    @Test
    void aStatementThatIsPaidClosesTheDealOnce() {
        var haul = Haul.signed(database, port).assayed();
        var provisional = statementId(haul, 0);
        var id = new DealId(UUID.fromString(haul.deal()));
        fulfilments.markPaid(id, provisional).block();
        haul.postAs(haul.buyer().owner(), "/acceptance", Map.of())
                .expectStatus()
                .isOk();

        assertThat(haul.seen().at("/statements/1/money/due").asLong()).isEqualTo(3_120_000);
        fulfilments.markPaid(id, statementId(haul, 1)).block();
        fulfilments.markPaid(id, statementId(haul, 1)).block();

        assertThat(haul.state()).isEqualTo("CLOSED");
    }

    @Test
    void everyStepStandsInTheLogAndNamesNobody() {
        var haul = Haul.signed(database, port).assayed();
        haul.postAs(haul.buyer().owner(), "/acceptance", Map.of())
                .expectStatus()
                .isOk();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(LogEntries.of(database, haul.deal()))
                        .extracting(record -> record.replaceAll(".*\"t\":\"([^\"]*)\".*", "$1"))
                        .containsExactlyInAnyOrder(
                                "deal.signed",
                                "deal.load-dispatched",
                                "deal.load-weighed",
                                "deal.load-weighed",
                                "deal.statement-issued",
                                "deal.sample-taken",
                                "deal.assay-reported",
                                "deal.assay-reported",
                                "deal.accepted",
                                "deal.statement-issued",
                                "deal.price-observed"));
        assertThat(LogEntries.of(database, haul.deal()))
                .noneMatch(record ->
                        record.contains("赵师傅") || record.contains(haul.seller().id()));
    }

    @Test
    void onlyItsSidesKnowTheRecordsOfADealAgain() throws Exception {
        var haul = Haul.signed(database, port);
        var owner = haul.seller().owner();
        var hash = Visitor.json(owner.get("/api/v1/deals/" + haul.deal()))
                .at("/contractHash")
                .asString();
        var salt = Visitor.json(owner.get("/api/v1/deals/" + haul.deal() + "/log-salt"))
                .at("/salt")
                .asString();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), "HmacSHA256"));
        var snapshot = HexFormat.of().formatHex(mac.doFinal(hash.getBytes(StandardCharsets.UTF_8)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(LogEntries.of(database, haul.deal()))
                        .anyMatch(record -> record.contains(snapshot))
                        .noneMatch(record -> record.contains(hash)));
        assertThat(codeOf(Yard.filed(database, port, "旁观者").owner().get("/api/v1/deals/" + haul.deal() + "/log-salt")))
                .isEqualTo("trace.no-such-deal");
    }

    @Test
    void aDealIsPerformedByItsTwoSidesAlone() {
        var haul = Haul.signed(database, port);
        var others = Yard.filed(database, port, "别家");

        assertThat(codeOf(haul.get(others.owner()))).isEqualTo("fulfilment.not-found");
        assertThat(codeOf(haul.postAs(others.owner(), "/loads", haul.load(true))))
                .isEqualTo("fulfilment.not-found");
        assertThat(codeOf(haul.postAs(haul.buyer().owner(), "/loads", haul.load(true))))
                .isEqualTo("fulfilment.other-side");
        assertThat(codeOf(haul.postAs(haul.seller().member("FINANCE"), "/loads", haul.load(true))))
                .isEqualTo("organisation.role-missing");
    }

    private static UUID statementId(Haul haul, int index) {
        return UUID.fromString(haul.seen().at("/statements/" + index + "/id").asString());
    }
}
