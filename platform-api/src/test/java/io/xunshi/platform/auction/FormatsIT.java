package io.xunshi.platform.auction;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.Refusals.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.deal.usecase.RunDealTimers;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.platform.trace.LogEntries;
import io.xunshi.transparency.auction.JsonValue;
import io.xunshi.transparency.auction.SealedLines;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Lots that are sold by sealed bids, at a falling clock or in parts, until contracts are signed. */
@PlatformTest
class FormatsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long TONNE = Hall.TONNE;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private LedgerRepository ledger;

    @Autowired
    private RunDealTimers dealTimers;

    @AfterEach
    void theLedgerSumsToZero() {
        assertThat(ledger.sumOfAll().block()).isZero();
    }

    @Test
    void sealedBidsAreReadByNobodyBeforeTheyAreOpenedAndTheHighestWins() throws Exception {
        var plan = Hall.sealedPlan();
        plan.put("reserveFen", 1_550_000);
        var hall = Hall.opened(database, port, plan);
        var high = hall.bidder(port, "高价");
        var low = hall.bidder(port, "低价");
        var silent = hall.bidder(port, "不揭标");
        hall.handIn(low, 1_600_000).expectStatus().isCreated();
        hall.handIn(high, 1_650_000).expectStatus().isCreated();
        hall.handIn(silent, 1_700_000).expectStatus().isCreated();

        assertThat(codeOf(hall.handIn(low, 1_660_000))).isEqualTo("auction.committed-already");
        assertThat(codeOf(hall.open(low, 1_600_000))).isEqualTo("auction.not-open");
        assertThat(hall.record().toString()).doesNotContain("1600000", "1650000", "1700000", "1550000");
        hall.timePasses(Hall.LENGTH);
        hall.awaitState("REVEALING");
        assertThat(codeOf(hall.open(low, 1_640_000))).isEqualTo("auction.commitment-differs");
        assertThat(codeOf(hall.handIn(low, 1_640_000))).isEqualTo("auction.not-open");
        hall.open(low, 1_600_000).expectStatus().isOk();
        hall.open(high, 1_650_000).expectStatus().isOk();
        hall.timePasses(Hall.REVEAL);
        hall.awaitState("AWARDED");

        assertThat(paddleOf(hall, 0))
                .isEqualTo(hall.position(high).at("/paddle").asInt());
        assertThat(hall.seen().at("/awards/0/priceFen").asLong()).isEqualTo(1_650_000);
        assertThat(hall.depositOf(silent)).isEqualTo("FORFEITED");
        assertThat(hall.depositOf(low)).isEqualTo("RELEASED");
        lapses(hall, hall.deal());
        hall.awaitSecond();
        assertThat(hall.depositOf(high)).isEqualTo("FORFEITED");
        awaitTold(silent, "AUCTION_BID_TO_OPEN", "AUCTION_LOST");
        awaitTold(high, "AUCTION_BID_TO_OPEN", "AUCTION_WON");
        awaitTold(low, "AUCTION_BID_TO_OPEN", "AUCTION_LOST", "AUCTION_SECOND_ASKED");
        awaitTold(hall.seller, "AUCTION_SOLD");
        assertThat(hall.seen().at("/awards/1/priceFen").asLong()).isEqualTo(1_600_000);
        hall.sign(low);
        hall.sign(hall.seller);
        hall.awaitState("CONTRACTED");
        assertThat(hall.lotState()).isEqualTo("SOLD");
        hall.recompute();
    }

    @Test
    void equalSealedBidsAreMadeOnceMoreByThoseAlone() throws Exception {
        var hall = Hall.opened(database, port, Hall.sealedPlan());
        var bidders = IntStream.range(0, 3)
                .mapToObj(i -> hall.bidder(port, "投标人" + i))
                .toList();
        assertThat(Races.race(racers(bidders, bidder -> hall.handIn(bidder, 1_600_000))))
                .containsOnly(201);
        hall.timePasses(Hall.LENGTH);
        hall.awaitState("REVEALING");
        hall.open(bidders.get(0), 1_600_000).expectStatus().isOk();
        hall.open(bidders.get(1), 1_600_000).expectStatus().isOk();
        hall.timePasses(Hall.REVEAL);
        hall.awaitState("FINAL_ROUND");

        assertThat(codeOf(hall.handIn(bidders.get(2), 1_700_000))).isEqualTo("auction.not-in-final-round");
        hall.handIn(bidders.get(1), 1_610_000).expectStatus().isCreated();
        hall.timePasses(Hall.REVEAL);
        hall.awaitState("FINAL_REVEALING");
        hall.open(bidders.get(1), 1_610_000).expectStatus().isOk();
        hall.timePasses(Hall.REVEAL);
        hall.awaitState("AWARDED");

        assertThat(paddleOf(hall, 0))
                .isEqualTo(hall.position(bidders.get(1)).at("/paddle").asInt());
        assertThat(hall.seen().at("/awards/0/priceFen").asLong()).isEqualTo(1_610_000);
        assertThat(hall.depositOf(bidders.get(2))).isEqualTo("FORFEITED");
        assertThat(elements(hall.seen().at("/sealed/bids")))
                .extracting(bid ->
                        bid.at("/round").asInt() + "." + bid.at("/sequence").asInt())
                .containsExactly("1.1", "1.2", "1.3", "2.1");
        hall.recompute();
    }

    @Test
    void whoTakesFirstAtAFallingClockHasTheGoodsAndTheClockGoesOn() throws Exception {
        var hall = Hall.opened(database, port, Hall.dutchPlan());
        var one = hall.bidder(port, "甲厂");
        var other = hall.bidder(port, "乙厂");
        hall.timePasses(Duration.ofSeconds(90));

        var low = problem(hall.take(one, 4 * TONNE));
        assertThat(low.at("/code").asString()).isEqualTo("auction.quantity-too-small");
        assertThat(low.at("/quantityLeft").asLong()).isEqualTo(28 * TONNE);
        // Two want the most of it at the same moment; there is enough for one.
        assertThat(Races.race(racers(List.of(one, other), bidder -> hall.take(bidder, 20 * TONNE))))
                .containsExactlyInAnyOrder(201, 409);
        assertThat(hall.seen().at("/dutch/quantityLeft").asLong()).isEqualTo(8 * TONNE);
        assertThat(hall.seen().at("/dutch/takes/0/priceFen").asLong()).isEqualTo(1_450_000);
        hall.timePasses(Duration.ofMinutes(1));
        hall.take(other, 8 * TONNE).expectStatus().isCreated();
        hall.awaitState("AWARDED");

        assertThat(elements(hall.record().at("/steps")))
                .extracting(step -> step.at("/cause").asString())
                .contains("SOLD_OUT");
        assertThat(hall.seen().at("/awards/1/priceFen").asLong()).isEqualTo(1_400_000);
        assertThat(codeOf(hall.take(one, 5 * TONNE))).isEqualTo("auction.not-open");
        hall.recompute();
    }

    @Test
    void eachWinnerOfAPartAnswersForTheirOwnContract() throws Exception {
        var hall = Hall.opened(database, port, Hall.yankeePlan());
        var keeps = hall.bidder(port, "守约");
        var fails = hall.bidder(port, "违约");
        var loses = hall.bidder(port, "落选");
        hall.bidForPart(loses, 1_510_000, 20 * TONNE).expectStatus().isCreated();
        hall.bidForPart(keeps, 1_520_000, 10 * TONNE).expectStatus().isCreated();
        hall.bidForPart(fails, 1_530_000, 18 * TONNE).expectStatus().isCreated();

        assertThat(codeOf(hall.bidForPart(keeps, 1_519_000, 10 * TONNE))).isEqualTo("auction.not-better");
        assertThat(codeOf(hall.bidForPart(keeps, 1_540_000, TONNE + 1))).isEqualTo("auction.quantity-too-small");
        assertThat(codeOf(hall.bidUpTo(keeps, 1_600_000))).isEqualTo("auction.other-format");
        assertThat(elements(hall.seen().at("/yankee/allotments")))
                .extracting(won -> won.at("/quantity").asLong())
                .containsExactly(18 * TONNE, 10 * TONNE);
        hall.timePasses(Hall.LENGTH);
        hall.awaitState("AWARDED");
        assertThat(hall.depositOf(loses)).isEqualTo("RELEASED");
        var failing = hall.seen().at("/awards/0/dealId").asString();
        hall.sign(keeps);
        hall.sign(hall.seller);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hall.depositOf(keeps)).isEqualTo("RELEASED"));
        assertThat(hall.seen().at("/state").asString()).isEqualTo("AWARDED");

        lapses(hall, failing);
        hall.awaitState("CONTRACTED");

        assertThat(hall.depositOf(fails)).isEqualTo("FORFEITED");
        assertThat(elements(hall.seen().at("/awards")))
                .extracting(award -> award.at("/outcome").asString())
                .containsExactly("LAPSED", "SIGNED");
        assertThat(hall.lotState()).isEqualTo("OFFERED");
        hall.recompute();
    }

    /** The verifier writes the lines from the public record alone; their hashes are what the platform has sealed. */
    @Test
    void termsBidsAndResultStandInTheLogAsThePublicRecordHasThem() throws Exception {
        var english = Hall.opened(database, port, Hall.plan());
        english.bidUpTo(english.bidder(port, "英式"), 1_600_000).expectStatus().isCreated();
        var rounds = Hall.opened(database, port, Hall.sealedPlan());
        rounds.handIn(rounds.bidder(port, "密封"), 1_600_000).expectStatus().isCreated();
        var parts = Hall.opened(database, port, Hall.yankeePlan());
        parts.bidForPart(parts.bidder(port, "多标的"), 1_600_000, 2 * TONNE)
                .expectStatus()
                .isCreated();
        var clock = Hall.opened(database, port, Hall.dutchPlan());
        clock.take(clock.bidder(port, "荷兰式"), 28 * TONNE).expectStatus().isCreated();
        clock.awaitState("AWARDED");

        for (var hall : List.of(english, rounds, parts, clock)) {
            var lines = SealedLines.of(JsonValue.read(hall.record().toString()));
            awaitSealed(hall, "auction.opened", lines.opening());
            awaitSealed(hall, "auction.bid", lines.bids().getFirst());
        }
        awaitSealed(
                clock,
                "auction.decided",
                SealedLines.of(JsonValue.read(clock.record().toString())).result());
    }

    @Test
    void whereEachDepositWentStandsInTheLogUnderItsPaddle() {
        var hall = Hall.opened(database, port, Hall.plan());
        hall.bidUpTo(hall.bidder(port, "落选者"), 1_600_000).expectStatus().isCreated();
        hall.bidUpTo(hall.bidder(port, "违约者"), 1_700_000).expectStatus().isCreated();
        hall.timePasses(Hall.LENGTH);
        hall.awaitState("AWARDED");
        awaitSealed(hall, "auction.deposit-converted", deposit(hall, 2, "CONVERTED"));
        awaitSealed(hall, "auction.deposit-returned", deposit(hall, 1, "RELEASED"));

        lapses(hall, hall.deal());

        awaitSealed(hall, "auction.deposit-forfeited", deposit(hall, 2, "FORFEITED"));
        assertThat(LogEntries.of(database, hall.id()))
                .filteredOn(record -> record.contains("\"t\":\"auction.deposit-held\""))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record).contains("\"priceFen\":" + Hall.DEPOSIT));
    }

    private static String deposit(Hall hall, int paddle, String state) {
        return Sha256.of("deposit %s %d %s %d".formatted(hall.id(), paddle, state, Hall.DEPOSIT));
    }

    @Test
    void termsOfAnotherFormatAreNone() {
        var seller = Yard.filed(database, port, "卖方").stocked(30_000);
        var lot = seller.offered(28_000).at("/id").asString();
        var dutch = Hall.dutchPlan();
        dutch.put("reserveFen", 1_450_000);
        var yankee = Hall.yankeePlan();
        yankee.put("unit", 3 * TONNE);
        var sealed = Hall.sealedPlan();
        sealed.remove("revealSeconds");

        assertThat(List.of(dutch, yankee, sealed))
                .allSatisfy(plan -> assertThat(codeOf(seller.owner().post("/api/v1/lots/" + lot + "/auctions", plan)))
                        .isEqualTo("auction.bad-terms"));
    }

    /** The time for signatures is over. */
    private void lapses(Hall hall, String deal) {
        hall.signingTimePasses(deal);
        dealTimers.runDue().block();
    }

    private static void awaitTold(Yard yard, String... kinds) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                elements(Visitor.json(yard.owner().get("/api/v1/my/notifications"))
                                        .at("/items")))
                        .extracting(notice -> notice.at("/kind").asString())
                        .contains(kinds));
    }

    private void awaitSealed(Hall hall, String step, String hash) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(LogEntries.of(database, hall.id()))
                        .filteredOn(record -> record.contains("\"t\":\"" + step + "\""))
                        .singleElement()
                        .asString()
                        .contains(hash));
    }

    private static List<Callable<ResponseSpec>> racers(List<Yard> yards, Function<Yard, ResponseSpec> act) {
        return yards.stream()
                .map(yard -> (Callable<ResponseSpec>) () -> act.apply(yard))
                .toList();
    }

    private static int paddleOf(Hall hall, int award) {
        return hall.seen().at("/awards/" + award + "/paddle").asInt();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
