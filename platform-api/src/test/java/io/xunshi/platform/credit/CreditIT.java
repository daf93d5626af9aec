package io.xunshi.platform.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.credit.usecase.FindRings;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.Trade;
import io.xunshi.platform.purpose.Purposes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A score from the first deed to an officer's last word on it. */
@PlatformTest
class CreditIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private FindRings findRings;

    @Test
    void aNewcomerReadsWhatEachPartBringsAndHasNoLevelYet() {
        var newcomer = new Visitor(port).signUp("新人");

        var credit = creditOf(newcomer);

        assertThat(credit.at("/points").asInt()).isEqualTo(620);
        assertThat(credit.at("/most").asInt()).isEqualTo(1_000);
        assertThat(credit.at("/level").asString()).isEqualTo("NEW");
        assertThat(credit.at("/deeds")).isEmpty();
        assertThat(credit.at("/history")).hasSize(13);
        assertThat(credit.at("/parts"))
                .extracting(
                        part -> part.at("/part").asString(),
                        part -> part.at("/points").asInt())
                .containsExactly(
                        tuple("IDENTITY", 0),
                        tuple("PROMISES", 320),
                        tuple("PARTNERS", 0),
                        tuple("REVIEWS", 150),
                        tuple("DISPUTES", 150));
    }

    @Test
    void aCompletedPurchaseIsAPromiseThatBothSidesKept() {
        var trade = Trade.completed(port);

        for (var side : List.of(trade.seller(), trade.buyer())) {
            var credit = creditOf(side);
            assertThat(credit.at("/points").asInt()).isGreaterThan(620);
            assertThat(credit.at("/deeds/0/deed").asString()).isEqualTo("KEPT");
            assertThat(credit.at("/deeds/0/code").asString()).isEqualTo(trade.code());
            assertThat(credit.at("/deeds/0/effect").asInt()).isPositive();
        }
    }

    @Test
    void whatIsCalledOffAfterItWasPaidIsBrokenAndBeforeThatNobodysFault() {
        assertThat(creditOf(brokenSale().seller()).at("/deeds/0/deed").asString())
                .isEqualTo("BROKEN");
        assertThat(creditOf(brokenSale().buyer()).at("/deeds")).isEmpty();
        assertThat(creditOf(Trade.cancelledByBuyer(port, "不要了").buyer()).at("/deeds"))
                .isEmpty();
    }

    @Test
    void aSealedReviewShowsInNoFigure() {
        var trade = Trade.completed(port);
        var before = creditOf(trade.seller());

        review(trade.buyer(), trade, 1);

        var meanwhile = creditOf(trade.seller());
        assertThat(meanwhile.at("/points")).isEqualTo(before.at("/points"));
        assertThat(meanwhile.at("/deeds")).isEqualTo(before.at("/deeds"));

        review(trade.seller(), trade, 5);

        var after = creditOf(trade.seller());
        assertThat(after.at("/points").asInt()).isLessThan(before.at("/points").asInt());
        assertThat(deedOf(after, "RATED").at("/rating").asInt()).isEqualTo(1);
    }

    @Test
    void othersSeeTheLevelAndNothingElse() {
        var seller = new Visitor(port).signUp("老卖家");
        for (var i = 0; i < 3; i++) {
            sold(seller, new Visitor(port).signUp("买家"));
        }

        var seen = Visitor.json(new Visitor(port).get("/api/v1/accounts/" + idOf(seller) + "/credit-level"));

        assertThat(seen.size()).isEqualTo(1);
        assertThat(seen.at("/level").asString()).isEqualTo("FAIR");
        new Visitor(port)
                .get("/api/v1/accounts/" + UUID.randomUUID() + "/credit-level")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aSecondAccountInTheSameBrowserTradesForNothing() {
        var seller = new Visitor(port).signUp("卖家");
        var second = seller.inTheSameBrowser(port).signUp("小号");

        sold(seller, second);

        var deed = creditOf(seller).at("/deeds/0");
        assertThat(deed.at("/standing").asString()).isEqualTo("SHARED_BROWSER");
        assertThat(deed.at("/effect").asInt()).isZero();
        assertThat(deed.at("/appealable").asBoolean()).isTrue();
    }

    @Test
    void aGrantedAppealTakesTheDeedOutOfTheScoreAndThePersonIsTold() {
        var seller = brokenSale().seller();
        var before = creditOf(seller).at("/points").asInt();

        var appealed = Visitor.json(appeal(seller, firstDeedOf(seller), "买家同意取消"));

        assertThat(appealed.at("/points").asInt()).isEqualTo(before);
        assertThat(appealed.at("/deeds/0/appeal/state").asString()).isEqualTo("OPEN");
        assertThat(appealed.at("/deeds/0/appealable").asBoolean()).isFalse();

        var waiting = waitingOf(seller);
        assertThat(waiting.at("/words").asString()).isEqualTo("买家同意取消");
        assertThat(waiting.at("/effect").asInt()).isNegative();
        decide(officer(), waiting, true).expectStatus().isOk();

        var after = creditOf(seller);
        assertThat(after.at("/points").asInt()).isEqualTo(620);
        assertThat(after.at("/deeds/0/standing").asString()).isEqualTo("APPEALED");
        assertThat(after.at("/deeds/0/appeal/remark").asString()).isEqualTo("已核实");
        assertThat(Visitor.json(seller.get("/api/v1/my/notifications")).toString())
                .contains("CREDIT_APPEAL_GRANTED");
    }

    @Test
    void aRefusedAppealChangesNothingAndIsTheLastWord() {
        var seller = brokenSale().seller();
        var before = creditOf(seller).at("/points").asInt();
        appeal(seller, firstDeedOf(seller), "不是我的错").expectStatus().isCreated();

        decide(officer(), waitingOf(seller), false).expectStatus().isOk();

        assertThat(creditOf(seller).at("/points").asInt()).isEqualTo(before);
        refused(appeal(seller, firstDeedOf(seller), "再看一次"), 409, "credit.already-appealed");
    }

    @Test
    void whatNobodyDecidedInFifteenDaysCountsNoLonger() {
        var seller = brokenSale().seller();
        appeal(seller, firstDeedOf(seller), "不是我的错").expectStatus().isCreated();

        waited(seller, "15 days");

        assertThat(creditOf(seller).at("/points").asInt()).isEqualTo(620);
    }

    @Test
    void waitingDoesNotLetInWhatWasLeftOutForASuspicion() {
        var seller = new Visitor(port).signUp("卖家");
        sold(seller, seller.inTheSameBrowser(port).signUp("小号"));
        appeal(seller, firstDeedOf(seller), "是我母亲的账号").expectStatus().isCreated();

        waited(seller, "15 days");

        assertThat(creditOf(seller).at("/deeds/0/standing").asString()).isEqualTo("SHARED_BROWSER");
    }

    @Test
    void onlyWhatTakesSomethingCanBeAppealedAndOnlyOnesOwn() {
        var trade = brokenSale();
        var happy = Trade.completed(port).seller();

        refused(appeal(happy, firstDeedOf(happy), "为什么"), 422, "credit.nothing-to-appeal");
        refused(appeal(happy, firstDeedOf(trade.seller()), "为什么"), 404, "credit.no-such-deed");
    }

    @Test
    void ofTwoAppealsAtTheSameMomentOneIsMade() {
        var seller = brokenSale().seller();
        var deed = firstDeedOf(seller);

        var statuses = Stream.of(seller.inAnotherTab(port), seller.inAnotherTab(port))
                .map(tab -> CompletableFuture.supplyAsync(() -> appeal(tab, deed, "同时")
                        .returnResult(Void.class)
                        .getStatus()
                        .value()))
                .toList()
                .stream()
                .map(CompletableFuture::join);

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void ofTwoOfficersTheFirstDecidesAndNobodyDecidesAboutThemselves() {
        var seller = brokenSale().seller();
        appeal(seller, firstDeedOf(seller), "请核实").expectStatus().isCreated();
        var waiting = waitingOf(seller);
        grantRole(seller);

        refused(decide(seller, waiting, true), 403, "credit.not-yours-to-decide");
        decide(officer(), waiting, false).expectStatus().isOk();
        refused(decide(officer(), waiting, true), 409, "credit.appeal-closed");
    }

    @Test
    void aRingIsSeenByTheRegulatorAndCountsForNoneOfItsMembers() {
        var members = IntStream.range(0, 3)
                .mapToObj(place -> new Visitor(port).signUp("圈友"))
                .toList();
        for (var place = 0; place < 3; place++) {
            sold(members.get(place), members.get((place + 1) % 3));
        }

        database.sql("update credit.ring_search set at = '-infinity'").then().block();
        findRings.searchWhenDue().block();

        var ids = members.stream().map(CreditIT::idOf).toList();
        var regulator = Officials.with(database, port, Role.REGULATOR);
        var purpose = Purposes.declaredBy(regulator);
        var rings = Visitor.json(regulator.get("/api/v1/oversight/trading-rings?limit=60"));
        assertThat(rings.toString()).doesNotContain(ids).doesNotContain("圈友");
        assertThat(rings.at("/items"))
                .filteredOn(ring -> membersOf(ring, regulator, purpose).containsAll(ids))
                .singleElement()
                .satisfies(ring -> assertThat(ring.at("/dealings")).hasSize(3));
        for (var member : members) {
            assertThat(creditOf(member).at("/points").asInt()).isEqualTo(620);
            assertThat(creditOf(member).at("/deeds"))
                    .allMatch(deed -> deed.at("/standing").asString().equals("RING"));
        }
    }

    private static List<String> membersOf(JsonNode ring, Visitor regulator, String purpose) {
        var path = "/api/v1/oversight/trading-rings/" + ring.at("/id").asString() + "/members";
        return stream(Visitor.json(regulator.post(path, Map.of("purposeId", purpose))))
                .map(member -> member.at("/id").asString())
                .toList();
    }

    private Trade brokenSale() {
        var trade = Trade.paid(port);
        trade.doneBy(trade.seller(), "cancellation", Map.of("reason", "不卖了"))
                .expectStatus()
                .isOk();
        return trade;
    }

    private void sold(Visitor seller, Visitor buyer) {
        var listing = Goods.published(seller).at("/id").asString();
        var order = Visitor.json(buyer.post("/api/v1/orders", Map.of("listingId", listing)));
        var trade = Trade.agreed(seller, buyer, listing, order.at("/id").asString());
        trade.pay();
        trade.awaitState("PAID");
        trade.confirmed();
    }

    private static JsonNode creditOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/credit"));
    }

    private static String firstDeedOf(Visitor person) {
        return creditOf(person).at("/deeds/0/id").asString();
    }

    private static JsonNode deedOf(JsonNode credit, String deed) {
        return stream(credit.at("/deeds"))
                .filter(known -> known.at("/deed").asString().equals(deed))
                .findFirst()
                .orElseThrow();
    }

    private static ResponseSpec appeal(Visitor person, String deed, String words) {
        return person.post("/api/v1/my/credit/appeals", Map.of("deedId", deed, "words", words));
    }

    private JsonNode waitingOf(Visitor person) {
        var id = idOf(person);
        return stream(Visitor.json(officer().get("/api/v1/moderation/credit-appeals?limit=60"))
                        .at("/items"))
                .filter(appeal -> appeal.at("/accountId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ResponseSpec decide(Visitor officer, JsonNode waiting, boolean granted) {
        return officer.post(
                "/api/v1/moderation/credit-appeals/" + waiting.at("/id").asString() + "/decision",
                Map.of("granted", granted, "remark", "已核实"));
    }

    private Visitor officer() {
        return Officials.with(database, port, Role.MODERATOR);
    }

    private void grantRole(Visitor person) {
        database.sql("update identity.account set roles = '{RESIDENT,MODERATOR}' where id = :id")
                .bind("id", UUID.fromString(idOf(person)))
                .then()
                .block();
        person.signIn(Visitor.PASSWORD).expectStatus().isCreated();
    }

    private void waited(Visitor person, String interval) {
        database.sql("update credit.appeal set made_at = made_at - :interval::interval where account = :id")
                .bind("interval", interval)
                .bind("id", UUID.fromString(idOf(person)))
                .then()
                .block();
    }

    private void review(Visitor author, Trade trade, int rating) {
        author.put("/api/v1/orders/" + trade.order() + "/review", Map.of("rating", rating, "words", ""))
                .expectStatus()
                .isOk();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private static String idOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/session")).at("/account/id").asString();
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
