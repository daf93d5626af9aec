package io.xunshi.platform.clearing;

import static io.xunshi.platform.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.clearing.usecase.RunClearingTimers;
import io.xunshi.platform.clearing.usecase.WriteBills;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.fulfilment.FulfilmentEvents.Sealed;
import io.xunshi.platform.fulfilment.FulfilmentEvents.StatementIssued;
import io.xunshi.platform.fulfilment.Haul;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.payment.ProviderNews;
import io.xunshi.platform.trace.LogEntries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The money of a deal over 20 t at 15,600 yuan: nine tenths before loading, the rest when all is known. */
@PlatformTest
class ClearingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RunClearingTimers runClearingTimers;

    @Autowired
    private WriteBills writeBills;

    @Test
    void theAdvanceIsHeldAndTheRestIsPaidByTheFinalStatement() {
        var haul = Haul.signed(database, port);
        Bills.await(haul, "ADVANCE 28080000 DUE");

        pay(haul, 0);
        Bills.await(haul, "ADVANCE 28080000 HELD");
        assertThat(balanceOf(haul.seller())).isZero();

        haul.assayed();
        assertThat(haul.seen().at("/statements/0/money/due").asLong()).isZero();
        haul.postAs(haul.buyer().owner(), "/acceptance", Map.of())
                .expectStatus()
                .isOk();
        Bills.await(haul, "ADVANCE 28080000 HELD", "STATEMENT 3120000 DUE");

        pay(haul, 1);
        Bills.await(haul, "ADVANCE 28080000 RELEASED", "STATEMENT 3120000 RELEASED");
        assertThat(haul.state()).isEqualTo("CLOSED");
        assertThat(balanceOf(haul.seller())).isEqualTo(31_200_000);
    }

    @Test
    void whatWasPaidTooMuchGoesBackAndTheRestIsTheSellers() {
        var haul = overpaid();
        assertThat(Bills.of(haul, haul.seller()).at("/0/refunded/amount").asLong())
                .isEqualTo(880_000);
        assertThat(balanceOf(haul.seller())).isEqualTo(27_200_000);
        assertThat(haul.state()).isEqualTo("CLOSED");
    }

    @Test
    void whatNobodyPaidInAdvanceIsAskedForByTheStatementInstead() {
        var haul = Haul.signed(database, port);
        Bills.await(haul, "ADVANCE 28080000 DUE");
        var advance = Bills.of(haul, haul.buyer()).at("/0/id").asString();

        haul.assayed();

        Bills.await(haul, "ADVANCE 28080000 SUPERSEDED", "STATEMENT 28080000 DUE");
        assertThat(codeOf(askPayment(haul.buyer(), advance))).isEqualTo("clearing.not-due");
    }

    @Test
    void anAdvanceThatComesWhileAStatementIsOnItsWayIsNotAskedForAgain() {
        var haul = Haul.signed(database, port);
        Bills.await(haul, "ADVANCE 28080000 DUE");
        pay(haul, 0);
        Bills.await(haul, "ADVANCE 28080000 HELD");

        writeBills.issued(reckonedBeforeItCame(haul)).block();

        Bills.await(haul, "ADVANCE 28080000 HELD");
    }

    /** A provisional statement that knows nothing of the advance. */
    private static StatementIssued reckonedBeforeItCame(Haul haul) {
        var total = 31_200_000;
        var advance = 28_080_000;
        return new StatementIssued(
                UUID.randomUUID(),
                Instant.now(),
                new DealId(UUID.fromString(haul.deal())),
                UUID.randomUUID(),
                true,
                total,
                0,
                20_000_000,
                advance,
                0,
                advance,
                0,
                new Sealed(
                        "Y",
                        new OrganisationId(UUID.fromString(haul.seller().id())),
                        new OrganisationId(UUID.fromString(haul.buyer().id())),
                        Yard.OLD_EXTRUSIONS,
                        "ZZ-GY",
                        "0".repeat(64)));
    }

    @Test
    void goodsThatWereRefusedRightlyAreNotPaidFor() {
        var haul = Haul.signed(database, port);
        Bills.await(haul, "ADVANCE 28080000 DUE");
        pay(haul, 0);
        Bills.await(haul, "ADVANCE 28080000 HELD");

        haul.assayed();
        haul.claim(Haul.remedy("REFUSAL", 0)).expectStatus().isCreated();
        haul.post(haul.seller(), "/claim/agreement", Map.of()).expectStatus().isOk();

        Bills.await(haul, "ADVANCE 28080000 RETURNED");
        assertThat(balanceOf(haul.seller())).isZero();
    }

    @Test
    void everyMoveOfTheMoneyStandsInTheLogAndOnTheRegulatorsDesk() {
        var haul = overpaid();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(LogEntries.of(database, haul.deal()))
                        .anyMatch(entry -> is(entry, "deal.money-held"))
                        .anyMatch(entry -> is(entry, "deal.money-released"))
                        .anyMatch(entry -> is(entry, "deal.money-returned"))
                        .anyMatch(entry -> is(entry, "deal.price-observed")));
        assertThat(LogEntries.of(database, haul.deal())).allMatch(entry -> entry.contains("\"priceFen\":0,"));
        var seen = Visitor.json(Officials.with(database, port, Role.RESIDENT, Role.REGULATOR)
                .get("/api/v1/oversight/trades/" + haul.deal()));
        assertThat(seen.at("/steps").findValuesAsString("cause"))
                .containsSubsequence("BILL_ADVANCE", "BILL_HELD", "BILL_RELEASED");
        assertThat(seen.at("/postings").findValuesAsString("kind")).contains("CAPTURE");
        assertThat(seen.at("/balanced").booleanValue()).isTrue();
    }

    private static boolean is(String entry, String step) {
        return entry.contains("\"t\":\"%s\"".formatted(step));
    }

    @Test
    void whatIsPaidInFullCountsAmongThePricesOfItsWeek() {
        var haul = overpaid();
        await().atMost(PATIENCE)
                .untilAsserted(() -> haul.seller()
                        .owner()
                        .get("/api/v1/deals/" + haul.deal() + "/price-observation")
                        .expectStatus()
                        .isOk());
        var seen = Visitor.json(haul.seller().owner().get("/api/v1/deals/" + haul.deal() + "/price-observation"));
        assertThat(LogEntries.of(database, haul.deal()))
                .anyMatch(entry -> is(entry, "deal.price-observed")
                        && entry.contains(seen.at("/sealedWithDeal").asString()))
                .noneMatch(entry -> entry.contains(seen.at("/commitment").asString()));

        weekPasses(haul);

        await().atMost(PATIENCE).untilAsserted(() -> {
            var quality = Visitor.json(new Visitor(port).get("/api/v1/statistics/prices/releases/2024-W10/P"))
                    .at("/quality");
            assertThat(quality.at("/samples").asInt()).isOne();
            assertThat(quality.at("/rejected").has("NOT_PAID")).isFalse();
        });
    }

    /** As if it had been settled long ago, in a week of its own. */
    private void weekPasses(Haul haul) {
        database.sql("update statistics.observation set week = '2024-03-04' where deal = :deal")
                .bind("deal", UUID.fromString(haul.deal()))
                .then()
                .block();
    }

    @Test
    void whatIsLateIsSaidOnce() {
        var haul = Haul.signed(database, port);
        Bills.await(haul, "ADVANCE 28080000 DUE");
        database.sql("update clearing.bill set due_by = now() - interval '1 minute' where deal = :deal")
                .bind("deal", UUID.fromString(haul.deal()))
                .then()
                .block();

        runClearingTimers.runDue().block();
        runClearingTimers.runDue().block();

        assertThat(Bills.of(haul, haul.seller()).at("/0/isLate").asBoolean()).isTrue();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kindsToldTo(haul.seller())).containsOnlyOnce("DEAL_PAYMENT_LATE"));
    }

    @Test
    void theBuyersPeoplePayAndOthersSeeNothing() {
        var haul = Haul.signed(database, port);
        Bills.await(haul, "ADVANCE 28080000 DUE");
        var bill = Bills.of(haul, haul.buyer()).at("/0/id").asString();
        var stranger = Yard.filed(database, port, "旁人");

        assertThat(codeOf(askPayment(haul.seller(), bill))).isEqualTo("organisation.not-a-member");
        assertThat(codeOf(haul.buyer().member("WEIGHER").post("/api/v1/deal-bills/" + bill + "/payment", Map.of())))
                .isEqualTo("organisation.role-missing");
        assertThat(codeOf(stranger.owner().get("/api/v1/deal-bills/" + bill))).isEqualTo("clearing.bill-not-found");
        assertThat(Bills.of(haul, stranger)).isEmpty();
    }

    @Test
    void anOrganisationHasItsBalancePaidOutByThoseWhoLookAfterMoney() {
        var haul = overpaid();
        var seller = haul.seller();
        var wanted = Map.of("amount", Map.of("amount", 27_200_000, "currency", "CNY"));

        assertThat(codeOf(seller.member("TRADER").post(seller.path("/payouts"), wanted)))
                .isEqualTo("organisation.role-missing");
        seller.member("FINANCE")
                .post(seller.path("/payouts"), wanted)
                .expectStatus()
                .isCreated();

        assertThat(balanceOf(seller)).isZero();
        assertThat(codeOf(seller.owner().post(seller.path("/payouts"), wanted)))
                .isEqualTo("payment.insufficient-balance");
        assertThat(Visitor.json(seller.owner().get(seller.path("/balance/entries")))
                        .at("/items"))
                .hasSize(2);
    }

    /** The advance was held, and the goods turned out worth less than it. */
    private Haul overpaid() {
        var haul = Haul.signed(database, port);
        Bills.await(haul, "ADVANCE 28080000 DUE");
        pay(haul, 0);
        Bills.await(haul, "ADVANCE 28080000 HELD");
        haul.sampled();
        haul.report(haul.seller(), 8_750, 120).expectStatus().isCreated();
        haul.report(haul.buyer(), 8_750, 120).expectStatus().isCreated();
        haul.postAs(haul.buyer().owner(), "/acceptance", Map.of())
                .expectStatus()
                .isOk();
        Bills.await(haul, "ADVANCE 28080000 RELEASED");
        return haul;
    }

    private void pay(Haul haul, int number) {
        var bill = Bills.of(haul, haul.buyer()).get(number).at("/id").asString();
        var payUrl = Visitor.json(askPayment(haul.buyer(), bill)).at("/payUrl").asString();
        var intent = payUrl.substring(payUrl.lastIndexOf('/') + 1);
        OutsideWorld.simulation().pay(intent);
        ProviderNews.of(port, "payment_intent.amount_capturable_updated", intent)
                .expectStatus()
                .isOk();
    }

    private static ResponseSpec askPayment(Yard who, String bill) {
        return who.owner().post("/api/v1/deal-bills/" + bill + "/payment", Map.of());
    }

    private static long balanceOf(Yard yard) {
        return Visitor.json(yard.owner().get(yard.path("/balance")))
                .at("/available/amount")
                .asLong();
    }

    private static List<String> kindsToldTo(Yard yard) {
        return Visitor.json(yard.owner().get("/api/v1/my/notifications"))
                .at("/items")
                .valueStream()
                .map(notice -> notice.at("/kind").asString())
                .toList();
    }
}
