package io.xunshi.platform.auction;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.Refusals.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.auction.domain.Commitment;
import io.xunshi.platform.auction.domain.Replay;
import io.xunshi.platform.auction.domain.Replay.Confirmed;
import io.xunshi.platform.auction.usecase.RunAuctionTimers;
import io.xunshi.platform.deal.usecase.RunDealTimers;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.payment.storage.LedgerRepository;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** Lots that are sold by English auction, from the draft to the contract or to its failing. */
@PlatformTest
class AuctionIT {
    private static final long RESERVE = 1_600_000;
    private static final int BIDDERS = 20;
    private static final int BIDS_EACH = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private LedgerRepository ledger;

    @Autowired
    private RunAuctionTimers timers;

    @Autowired
    private RunDealTimers dealTimers;

    @AfterEach
    void theLedgerSumsToZero() {
        assertThat(ledger.sumOfAll().block()).isZero();
    }

    @Test
    void twoSmeltersBidAgainstEachOtherAndTheLotIsSold() throws Exception {
        var plan = Hall.plan();
        plan.put("reserveFen", RESERVE);
        var hall = Hall.opened(database, port, plan);
        var luoyang = hall.bidder(port, "洛阳铝厂");
        var dengfeng = hall.bidder(port, "登封铝厂");

        hall.bidUpTo(luoyang, 1_700_000).expectStatus().isCreated();
        assertThat(hall.seen().at("/priceFen").asLong()).isEqualTo(Hall.START);
        // 2,000 yuan for the lot are 71.43 per tonne, and 80 on a tick of ten.
        var second = Visitor.json(hall.bidUpTo(dengfeng, 1_650_000));
        assertThat(second.at("/bid/leader").asInt())
                .isEqualTo(hall.position(luoyang).at("/paddle").asInt());
        assertThat(hall.seen().at("/priceFen").asLong()).isEqualTo(1_658_000);
        assertThat(hall.seen().toString() + hall.record() + second).doesNotContain("1700000");
        assertThat(hall.position(luoyang).at("/ceilingFen").asLong()).isEqualTo(1_700_000);
        assertThat(hall.position(dengfeng).at("/ceilingFen").isNull()).isTrue();
        assertThat(hall.seen().at("/reserve/amountFen").isNull()).isTrue();

        hall.timePasses(Duration.ofMinutes(58));
        hall.bid(dengfeng, 1_720_000).expectStatus().isCreated();
        assertThat(hall.seen().at("/state").asString()).isEqualTo("EXTENDED");
        hall.timePasses(Duration.ofMinutes(6));
        hall.awaitState("AWARDED");

        var sold = hall.seen();
        assertThat(sold.at("/awards/0/priceFen").asLong()).isEqualTo(1_720_000);
        assertThat(sold.at("/awards/0/valueFen").asLong()).isEqualTo(48_160_000);
        assertThat(sold.at("/reserve/commitment").asString())
                .isEqualTo(Commitment.toReserve(
                        HexFormat.of().parseHex(sold.at("/reserve/nonce").asString()),
                        sold.at("/reserve/amountFen").asLong()));
        assertThat(hall.depositOf(dengfeng)).isEqualTo("CONVERTED");
        assertThat(hall.depositOf(luoyang)).isEqualTo("RELEASED");
        awaitHeld(hall.paidIntentOf(luoyang), 0);
        assertThat(OutsideWorld.heldFrom(hall.paidIntentOf(dengfeng))).isEqualTo(Hall.DEPOSIT);

        hall.sign(hall.seller);
        hall.sign(dengfeng);
        hall.awaitState("CONTRACTED");
        assertThat(hall.lotState()).isEqualTo("SOLD");
        assertThat(hall.seller.stock()).containsExactly(2_000L, 0L, 2_000L);
        awaitHeld(hall.paidIntentOf(dengfeng), 0);
        assertThat(replayed(hall).auction().priceFen()).isEqualTo(1_720_000);
        hall.recompute();
    }

    @Test
    void twentyBiddersAtTheSameMomentStandInOneRowWithoutGaps() throws Exception {
        var hall = Hall.opened(database, port, Hall.plan());
        var bidders = IntStream.range(0, BIDDERS)
                .mapToObj(i -> hall.bidder(port, "竞买人" + i))
                .toList();
        var random = new Random(20261127);
        List<Callable<ResponseSpec>> racers = bidders.stream()
                .map(bidder -> (Callable<ResponseSpec>) () -> {
                    var ceiling = Hall.START + 1_000L * (1 + random.nextInt(400));
                    for (int i = 1; i < BIDS_EACH; i++) {
                        hall.bidUpTo(bidder, ceiling).expectBody(byte[].class).returnResult();
                        ceiling += 1_000L * random.nextInt(300);
                    }
                    return hall.bidUpTo(bidder, ceiling);
                })
                .toList();

        var statuses = Races.race(racers);

        assertThat(statuses).allMatch(status -> status == 201 || status == 409).contains(201);
        var bids = elements(hall.record().at("/bids"));
        assertThat(bids)
                .extracting(bid -> bid.at("/sequence").asInt())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, bids.size()).boxed().toList());
        var auction = replayed(hall).auction();
        assertThat(auction.priceFen()).isEqualTo(hall.seen().at("/priceFen").asLong());
        assertThat(auction.bids()).isEqualTo(hall.seen().at("/bids").asInt());
    }

    @Test
    void anAuctionIsClosedOnceHoweverManyTry() {
        var hall = Hall.opened(database, port, Hall.plan());
        var winner = hall.bidder(port, "赢家");
        var loser = hall.bidder(port, "输家");
        hall.bidUpTo(loser, 1_510_000).expectStatus().isCreated();
        hall.bidUpTo(winner, 1_600_000).expectStatus().isCreated();
        hall.timePasses(Hall.LENGTH);

        Flux.range(0, 8).flatMap(i -> timers.runDue(), 8).blockLast();
        hall.awaitState("AWARDED");

        assertThat(elements(hall.record().at("/steps")))
                .extracting(step -> step.at("/state").asString())
                .containsExactly("DRAFT", "PUBLISHED", "INSPECTION", "OPEN", "CLOSED_PENDING_RESERVE", "AWARDED");
        awaitHeld(hall.paidIntentOf(loser), 0);
        assertThat(OutsideWorld.refundsOf(hall.paidIntentOf(loser))).isEqualTo(1);
        assertThat(codeOf(hall.bidUpTo(loser, 1_700_000))).isEqualTo("auction.not-open");
    }

    @Test
    void onlyWhoMayBidIsHeard() {
        var hall = Hall.opened(database, port, Hall.plan());
        var unpaid = Yard.filed(database, port, "未缴保证金");
        var unfiled = Yard.unfiled(database, port, "没有备案");
        var bidder = hall.bidder(port, "有限公司");

        assertThat(codeOf(hall.bidUpTo(unpaid, 1_600_000))).isEqualTo("auction.no-deposit");
        assertThat(codeOf(hall.bidUpTo(unfiled, 1_600_000))).isEqualTo("organisation.licences-missing");
        assertThat(codeOf(hall.askDeposit(unfiled))).isEqualTo("organisation.licences-missing");
        assertThat(codeOf(hall.askDeposit(hall.seller))).isEqualTo("auction.controlled-with-seller");
        assertThat(codeOf(hall.bid(bidder.member("WEIGHER"), bidder, Map.of("ceilingFen", 1_600_000))))
                .isEqualTo("organisation.role-missing");
        assertThat(codeOf(hall.bid(unpaid.owner(), bidder, Map.of("ceilingFen", 1_600_000))))
                .isEqualTo("organisation.not-a-member");
        hall.bid(bidder.member("TRADER"), bidder, Map.of("ceilingFen", 1_600_000))
                .expectStatus()
                .isCreated();
    }

    /** Somebody who owns both organisations has the say in both. */
    @Test
    void whoIsUnderOneControlWithTheSellerNeitherPaysNorBids() {
        var hall = Hall.opened(database, port, Hall.plan());
        var related = hall.bidder(port, "关联企业");
        comeUnderOneControl(related, hall.seller);

        assertThat(codeOf(hall.bidUpTo(related, 1_600_000))).isEqualTo("auction.controlled-with-seller");
        assertThat(codeOf(hall.askDeposit(related))).isEqualTo("auction.controlled-with-seller");
    }

    @Test
    void withAWinnerWhoCameUnderOneControlWithTheSellerThereIsNoContractAndNobodyLosesADeposit() throws Exception {
        var hall = Hall.opened(database, port, Hall.plan());
        var related = hall.bidder(port, "后来关联的企业");
        hall.bidUpTo(related, 1_600_000).expectStatus().isCreated();
        comeUnderOneControl(related, hall.seller);

        hall.timePasses(Hall.LENGTH);

        hall.awaitState("FAILED");
        assertThat(elements(hall.record().at("/steps")).getLast().at("/cause").asString())
                .isEqualTo("NO_CONTRACT");
        assertThat(hall.depositOf(related)).isEqualTo("RELEASED");
        hall.recompute();
    }

    /** Somebody acts for both. */
    private void comeUnderOneControl(Yard one, Yard other) {
        database.sql("""
                        insert into organisation.member (organisation_id, person, roles, since)
                        select :one, person, roles, since from organisation.member where organisation_id = :other
                        """)
                .bind("one", UUID.fromString(one.id()))
                .bind("other", UUID.fromString(other.id()))
                .then()
                .block();
    }

    @Test
    void aLicenceThatEndsMeanwhileStopsTheNextBid() {
        var hall = Hall.opened(database, port, Hall.plan());
        var bidder = hall.bidder(port, "备案到期");
        hall.bidUpTo(bidder, 1_600_000).expectStatus().isCreated();
        database.sql("update organisation.licence set valid_to = current_date - 2 where organisation_id = :id")
                .bind("id", UUID.fromString(bidder.id()))
                .then()
                .block();

        assertThat(codeOf(hall.bidUpTo(bidder, 1_700_000))).isEqualTo("organisation.licences-missing");
    }

    @Test
    void aBidFarAboveThePriceIsTakenOnceItIsConfirmed() {
        var hall = Hall.opened(database, port, Hall.plan());
        var bidder = hall.bidder(port, "多打一个零");
        var typed = Map.of("ceilingFen", 16_000_000L);

        var asked = problem(hall.bid(bidder, typed));
        assertThat(asked.at("/code").asString()).isEqualTo("auction.unconfirmed");
        assertThat(asked.at("/status").asInt()).isEqualTo(409);
        var token = asked.at("/confirmation").asString();
        assertThat(codeOf(hall.bid(bidder, Map.of("ceilingFen", 17_000_000L, "confirmation", token))))
                .isEqualTo("auction.unconfirmed");
        hall.bid(bidder, Map.of("ceilingFen", 16_000_000L, "confirmation", token))
                .expectStatus()
                .isCreated();

        assertThat(hall.seen().at("/priceFen").asLong()).isEqualTo(Hall.START);
    }

    @Test
    void aRefusalSaysWhatWouldBeEnough() {
        var hall = Hall.opened(database, port, Hall.plan());
        var ahead = hall.bidder(port, "领先");
        var behind = hall.bidder(port, "落后");
        hall.bidUpTo(ahead, 1_550_000).expectStatus().isCreated();

        var low = problem(hall.bid(behind, 1_507_000));
        assertThat(low.at("/code").asString()).isEqualTo("auction.bid-too-low");
        assertThat(low.at("/leastFen").asLong()).isEqualTo(1_508_000);
        var raise = problem(hall.bidUpTo(ahead, 1_550_000));
        assertThat(raise.at("/code").asString()).isEqualTo("auction.ceiling-not-raised");
        assertThat(raise.at("/leastFen").asLong()).isEqualTo(1_551_000);
        assertThat(codeOf(hall.bid(behind, 1_508_500))).isEqualTo("auction.off-tick");
        assertThat(hall.seen().at("/bids").asInt()).isEqualTo(1);
    }

    @Test
    void aWinnerWhoFailsForfeitsTheDepositAndTheSecondIsAsked() {
        var hall = Hall.opened(database, port, Hall.plan());
        var winner = hall.bidder(port, "违约者");
        var second = hall.bidder(port, "递补者");
        hall.bidUpTo(second, 1_600_000).expectStatus().isCreated();
        hall.bidUpTo(winner, 1_700_000).expectStatus().isCreated();
        hall.timePasses(Hall.LENGTH);
        hall.awaitState("AWARDED");

        lapses(hall, hall.deal());
        hall.awaitSecond();

        assertThat(hall.depositOf(winner)).isEqualTo("FORFEITED");
        assertThat(hall.seen().at("/cause").asString()).isEqualTo("WINNER_FAILED");
        assertThat(hall.seen().at("/awards/0/outcome").asString()).isEqualTo("LAPSED");
        assertThat(hall.seen().at("/awards/1/priceFen").asLong()).isEqualTo(1_600_000);
        assertThat(balanceOf(hall.seller)).isEqualTo(Hall.DEPOSIT);
        hall.sign(second);
        hall.sign(hall.seller);
        hall.awaitState("CONTRACTED");
        assertThat(hall.lotState()).isEqualTo("SOLD");
    }

    @Test
    void whereTheSecondDeclinesTheLotIsFreeAgainAndEverybodySeesWhy() {
        var hall = Hall.opened(database, port, Hall.plan());
        hall.bidUpTo(hall.bidder(port, "递补者"), 1_600_000).expectStatus().isCreated();
        hall.bidUpTo(hall.bidder(port, "违约者"), 1_700_000).expectStatus().isCreated();
        hall.timePasses(Hall.LENGTH);
        hall.awaitState("AWARDED");
        lapses(hall, hall.deal());
        hall.awaitSecond();

        lapses(hall, hall.deal());
        hall.awaitState("FAILED");

        assertThat(hall.seen().at("/cause").asString()).isEqualTo("SECOND_DECLINED");
        assertThat(hall.lotState()).isEqualTo("OFFERED");
    }

    @Test
    void whereTheSellerDoesNotSignTheWinnerHasTheDepositBack() {
        var hall = Hall.opened(database, port, Hall.plan());
        var winner = hall.bidder(port, "守约者");
        hall.bidUpTo(winner, 1_600_000).expectStatus().isCreated();
        hall.timePasses(Hall.LENGTH);
        hall.awaitState("AWARDED");
        hall.sign(winner);

        lapses(hall, hall.deal());
        hall.awaitState("FAILED");

        assertThat(hall.seen().at("/cause").asString()).isEqualTo("SELLER_FAILED");
        assertThat(hall.depositOf(winner)).isEqualTo("REFUNDED");
        awaitHeld(hall.paidIntentOf(winner), 0);
    }

    @Test
    void belowTheReserveTheSellerMayTakeTheBestBidForADay() {
        var plan = Hall.plan();
        plan.put("reserveFen", RESERVE);
        var taken = Hall.opened(database, port, plan);
        var left = Hall.opened(database, port, plan);
        for (var hall : List.of(taken, left)) {
            hall.bidUpTo(hall.bidder(port, "出价不足"), RESERVE).expectStatus().isCreated();
            hall.timePasses(Hall.LENGTH);
            hall.awaitState("CLOSED_PENDING_RESERVE");
        }

        taken.doneBy(taken.seller, "acceptance", Map.of()).expectStatus().isOk();
        left.timePasses(Duration.ofHours(24));
        left.awaitState("FAILED");

        assertThat(taken.seen().at("/awards/0/priceFen").asLong()).isEqualTo(Hall.START);
        assertThat(left.seen().at("/cause").asString()).isEqualTo("RESERVE_NOT_MET");
        assertThat(left.lotState()).isEqualTo("OFFERED");
    }

    @Test
    void anAuctionIsOnTheRegulatorsDeskWithItsPeopleAndItsDeposits() {
        var hall = Hall.opened(database, port, Hall.plan());
        hall.bidUpTo(hall.bidder(port, "竞买人"), Hall.START).expectStatus().isCreated();
        var desk = Officials.with(database, port, Role.RESIDENT, Role.REGULATOR);
        assertThat(Visitor.json(desk.get("/api/v1/oversight/trades/" + hall.id()))
                        .at("/parties")
                        .findValuesAsString("side"))
                .as("who bids is not told while bids are taken")
                .containsExactly("SELLER");
        hall.timePasses(Hall.LENGTH);
        hall.awaitState("AWARDED");

        var found = Visitor.json(desk.get(
                "/api/v1/oversight/trades?query=" + hall.seen().at("/code").asString()));
        var seen = Visitor.json(
                desk.get("/api/v1/oversight/trades/" + found.at("/0/id").asString()));

        assertThat(seen.at("/trade/kind").asString()).isEqualTo("AUCTION");
        assertThat(seen.at("/parties").findValuesAsString("side")).containsExactlyInAnyOrder("SELLER", "BIDDER");
        assertThat(seen.at("/steps").findValuesAsString("cause"))
                .containsExactly(
                        "SELLER_DRAFTED", "SELLER_PUBLISHED", "INSPECTION_BEGAN", "OPENED", "TIME_OVER", "RESERVE_MET");
        assertThat(seen.at("/postings").size()).isPositive();
        assertThat(seen.at("/balanced").booleanValue()).isTrue();
    }

    @Test
    void withoutBidsTheLotIsFreeAgain() {
        var hall = Hall.opened(database, port, Hall.plan());
        assertThat(hall.lotState()).isEqualTo("HELD");

        hall.timePasses(Hall.LENGTH);
        hall.awaitState("FAILED");

        assertThat(hall.seen().at("/cause").asString()).isEqualTo("NO_BIDS");
        assertThat(hall.lotState()).isEqualTo("OFFERED");
    }

    @Test
    void anAuctionIsCalledOffBeforeItOpensAndNeverAfter() {
        var hall = Hall.published(database, port, Hall.plan());
        var early = hall.bidder(port, "早到");
        hall.doneBy(hall.seller, "cancellation", Map.of()).expectStatus().isOk();
        assertThat(hall.lotState()).isEqualTo("OFFERED");
        assertThat(hall.depositOf(early)).isEqualTo("RELEASED");

        var open = Hall.opened(database, port, Hall.plan());
        assertThat(codeOf(open.doneBy(open.seller, "cancellation", Map.of()))).isEqualTo("auction.wrong-state");
    }

    @Test
    void aDraftIsItsSellersAloneAndAPublishedLotIsHeldOnce() {
        var hall = Hall.drafted(database, port, Hall.plan());
        var other = Yard.filed(database, port, "旁人");

        assertThat(codeOf(other.owner().get(hall.path("")))).isEqualTo("auction.not-found");
        assertThat(codeOf(other.owner().get(hall.path("/record")))).isEqualTo("auction.not-found");
        assertThat(codeOf(hall.doneBy(other, "publication", Map.of()))).isEqualTo("organisation.not-a-member");
        assertThat(codeOf(hall.askDeposit(other))).isEqualTo("auction.not-found");
        assertThat(codeOf(hall.bidUpTo(other, 1_600_000))).isEqualTo("auction.not-found");
        assertThat(codeOf(other.owner().post("/api/v1/lots/" + hall.lot + "/auctions", Hall.plan())))
                .isEqualTo("organisation.not-a-member");
        var dropped = Hall.drafted(database, port, Hall.plan());
        dropped.doneBy(dropped.seller, "cancellation", Map.of()).expectStatus().isOk();
        assertThat(codeOf(other.owner().get(dropped.path("")))).isEqualTo("auction.not-found");
        var again = Visitor.json(hall.seller.owner().post("/api/v1/lots/" + hall.lot + "/auctions", Hall.plan()))
                .at("/id")
                .asString();
        hall.doneBy(hall.seller, "publication", Map.of()).expectStatus().isOk();
        assertThat(codeOf(hall.seller.owner().post("/api/v1/auctions/" + again + "/publication", Map.of())))
                .isEqualTo("exchange.lot-not-offered");
    }

    @Test
    void anAuctionThatNobodyCouldBidAtIsNotDrafted() {
        var seller = Yard.filed(database, port, "卖方").stocked(30_000);
        var lot = seller.offered(28_000).at("/id").asString();

        assertThat(refused(seller, lot, "tickFen", 7_000)).isEqualTo("auction.bad-terms");
        assertThat(refused(seller, lot, "reserveFen", 1_400_000)).isEqualTo("auction.bad-terms");
        assertThat(refused(seller, lot, "depositFen", 99)).isEqualTo("auction.bad-terms");
        assertThat(refused(seller, lot, "opensAt", "2026-01-01T00:00:00Z")).isEqualTo("auction.bad-hours");
        assertThat(refused(seller, lot, "endsAt", "2099-01-01T00:00:00Z")).isEqualTo("auction.bad-hours");
    }

    /** A payment that arrives when bidding is over goes back, and nobody bids with it. */
    @Test
    void aDepositThatComesTooLateGoesBack() {
        var hall = Hall.opened(database, port, Hall.plan());
        var late = Yard.filed(database, port, "迟到");
        var intent = hall.intentOf(late);
        OutsideWorld.simulation().pay(intent);
        hall.timePasses(Hall.LENGTH);
        hall.awaitState("FAILED");

        hall.hearFromProvider(intent);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(OutsideWorld.statusOf(intent)).isEqualTo("canceled"));
        assertThat(hall.depositOf(late)).isEqualTo("NONE");
    }

    /** The time for signatures is over. */
    private void lapses(Hall hall, String deal) {
        hall.signingTimePasses(deal);
        dealTimers.runDue().block();
    }

    private static String refused(Yard seller, String lot, String field, Object value) {
        var plan = Hall.plan();
        plan.put(field, value);
        return codeOf(seller.owner().post("/api/v1/lots/" + lot + "/auctions", plan));
    }

    private static Confirmed replayed(Hall hall) {
        var published = PublicRecords.read(hall.record());
        var replay = Replay.of(published.terms(), published.endsAt(), published.bids());
        assertThat(replay).isInstanceOf(Confirmed.class);
        return (Confirmed) replay;
    }

    private static void awaitHeld(String intent, long fen) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(OutsideWorld.heldFrom(intent)).isEqualTo(fen));
    }

    private static long balanceOf(Yard yard) {
        return Visitor.json(yard.owner().get(yard.path("/balance")))
                .at("/available/amount")
                .longValue();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
