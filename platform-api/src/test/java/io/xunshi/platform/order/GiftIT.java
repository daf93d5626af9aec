package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.domain.GiftDraw;
import io.xunshi.transparency.record.TradeRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A chair is given away, by each of the three ways of choosing. */
@PlatformTest
class GiftIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Nested
    class Offering {

        @Test
        void aGiftHasNoPriceAndIsNotSold() {
            var giver = new Visitor(port).signUp("送的人");
            var offer = Goods.chair(giver, "DRAW");
            offer.put("price", Goods.fen(9_900));
            var listing = Goods.publish(giver, offer);

            assertThat(listing.at("/price/amount").longValue()).isZero();
            assertThat(listing.at("/forSale").booleanValue()).isFalse();
            new Visitor(port)
                    .signUp("买家")
                    .post(
                            "/api/v1/orders",
                            Map.of("listingId", listing.at("/id").asString()))
                    .expectStatus()
                    .isEqualTo(409);
        }

        @Test
        void isNotLentMeanwhileAndKeepsItsTermsInBounds() {
            var giver = new Visitor(port).signUp("送的人");
            var offer = Goods.drill(giver);
            offer.put("gift", Map.of("choice", "DRAW", "windowHours", 337, "pickupHours", 23));

            var refused = giver.post("/api/v1/listings", offer);

            refused.expectStatus().isEqualTo(400);
            assertThat(bodyOf(refused)).contains("\"gift\"", "gift.windowHours", "gift.pickupHours");
        }

        @Test
        void takenBackTellsThoseWhoAsked() {
            var giving = Giving.open(port, "DRAW");
            var asker = giving.asker(port, "小甲");

            giving.giver
                    .post("/api/v1/listings/" + giving.listingId + "/withdrawal", Map.of())
                    .expectStatus()
                    .isOk();

            giving.awaitState("ENDED");
            awaitNotice(asker, "GIFT_ENDED");
        }
    }

    @Nested
    class Asking {

        @Test
        void isForOthersOnceAndShowsNobodyWhoElseAsks() {
            var giving = Giving.open(port, "GIVERS_CHOICE");
            refused(giving.asks(giving.giver), 422, "gift.own-thing");
            var asker = giving.asker(port, "小甲");
            giving.asker(port, "小乙");

            refused(giving.asks(asker), 409, "gift.already-asked");

            var seen = giving.seenBy(asker);
            assertThat(seen.at("/askCount").intValue()).isEqualTo(2);
            assertThat(seen.at("/asks")).isEmpty();
            assertThat(seen.toString()).doesNotContain("小乙");
        }

        @Test
        void showsTheGiverFactsAndNoWayToReachThem() {
            var giving = Giving.open(port, "GIVERS_CHOICE");
            var asker = giving.asker(port, "小甲");

            var ask = giving.seenBy(giving.giver).at("/asks/0");

            assertThat(ask.at("/asker/received").intValue()).isZero();
            assertThat(ask.at("/asker/memberSince").asString()).isNotEmpty();
            assertThat(ask.at("/note").asString()).isEqualTo("家里正缺一把");
            assertThat(ask.toString()).doesNotContain(asker.contact().substring(7));
        }

        @Test
        void isRefusedBetweenPeopleWhoBlockedEachOther() {
            var giving = Giving.open(port, "DRAW");
            var asker = new Visitor(port).signUp("小甲");
            var talk = Visitor.json(asker.post("/api/v1/listings/" + giving.listingId + "/conversations", Map.of()));
            giving.giver
                    .put("/api/v1/conversations/" + talk.at("/id").asString() + "/block", Map.of())
                    .expectStatus()
                    .is2xxSuccessful();

            refused(giving.asks(asker), 403, "gift.blocked");
        }

        @Test
        void isLimitedADay() {
            var asker = new Visitor(port).signUp("小甲");
            var giver = new Visitor(port).signUp("送的人");
            var first = Giving.by(giver, "DRAW");
            first.asks(asker).expectStatus().isCreated();
            database.sql("""
                            insert into orders.gift_ask (id, gift_id, asker, state, note, ticket, pickup_code, asked_at)
                            select gen_random_uuid(), gift_id, asker, 'WITHDRAWN', '', ticket || number, '000000', now()
                            from orders.gift_ask cross join generate_series(1, 9) as number where gift_id = :id
                            """).bind("id", UUID.fromString(first.giftId)).then().block();

            refused(Giving.by(giver, "DRAW").asks(asker), 429, "gift.too-many-asks");
        }

        @Test
        void takenBackByTheLastStopsTheClock() {
            var giving = Giving.open(port, "DRAW");
            var asker = giving.asker(port, "小甲");
            assertThat(giving.round().at("/closesAt").isNull()).isFalse();

            giving.doneBy(asker, "withdrawal", Map.of()).expectStatus().isOk();

            assertThat(giving.round().at("/closesAt").isNull()).isTrue();
            giving.asks(asker).expectStatus().isCreated();
        }
    }

    @Nested
    class Draw {

        @Test
        void isCommittedToBeforeAnybodyAsksAndCanBeRecomputed() {
            var giving = Giving.open(port, "DRAW");
            var commitment = giving.round().at("/commitment").asString();
            refused(new Visitor(port).get("/api/v1/gifts/" + giving.giftId + "/draw"), 404, "gift.not-drawn");
            var askers = List.of(giving.asker(port, "小甲"), giving.asker(port, "小乙"), giving.asker(port, "小丙"));

            giving.timeIsUp(database);
            giving.awaitState("PROMISED");

            var draw = drawOf(giving);
            assertThat(GiftDraw.commitmentTo(draw.at("/seed").asString())).isEqualTo(commitment);
            assertThat(texts(draw.at("/order")))
                    .isEqualTo(GiftDraw.order(draw.at("/seed").asString(), texts(draw.at("/tickets"))));
            var first = askers.stream()
                    .filter(asker -> giving.seenBy(asker)
                            .at("/ask/ticket")
                            .asString()
                            .equals(texts(draw.at("/order")).getFirst()))
                    .findFirst()
                    .orElseThrow();
            assertThat(giving.seenBy(first).at("/ask/state").asString()).isEqualTo("PROMISED");
            assertThat(giving.listingState()).isEqualTo("RESERVED");
            askers.stream().filter(asker -> asker != first).forEach(asker -> awaitNotice(asker, "GIFT_DRAWN"));
        }

        /** Thirty people ask while the window closes: who was let in is in the draw, and nobody else. */
        @Test
        void countsWhoeverWasInTimeAndNobodyElse() throws Exception {
            var giving = Giving.open(port, "DRAW");
            giving.asker(port, "第一个");
            var late = IntStream.range(0, 30)
                    .mapToObj(number -> new Visitor(port).signUp("赶点的" + number))
                    .toList();
            var tickets = late.stream().map(asker -> Giving.ticket()).toList();
            giving.timeIsUpIn(database, Duration.ofMillis(120));

            var answers = atOnce(IntStream.range(0, late.size())
                    .<Callable<Integer>>mapToObj(
                            number -> () -> status(giving.asks(late.get(number), tickets.get(number))))
                    .toList());
            giving.awaitState("PROMISED");

            var drawn = texts(drawOf(giving).at("/tickets"));
            var inTime = IntStream.range(0, late.size())
                    .filter(number -> answers.get(number) == 201)
                    .mapToObj(tickets::get)
                    .toList();
            assertThat(answers).containsAnyOf(201, 409);
            assertThat(drawn).hasSize(inTime.size() + 1).containsAll(inTime);
            refused(giving.asks(new Visitor(port).signUp("太晚")), 409, "gift.asks-closed");
        }
    }

    @Nested
    class FirstCome {

        @Test
        void ofManyAtOncePromisesItToOneAndLinesUpTheOthers() throws Exception {
            var giving = Giving.open(port, "FIRST_COME");
            var askers = IntStream.range(0, 20)
                    .mapToObj(number -> new Visitor(port).signUp("手快" + number))
                    .toList();

            var answers = atOnce(askers.stream()
                    .<Callable<Integer>>map(asker -> () -> status(giving.asks(asker)))
                    .toList());

            assertThat(answers).containsOnly(201);
            var states = texts(giving.seenBy(giving.giver).at("/asks"), "/state");
            assertThat(states).filteredOn("PROMISED"::equals).hasSize(1);
            assertThat(states).filteredOn("WAITING"::equals).hasSize(19);
            assertThat(openHolds(giving)).isEqualTo(1);
        }
    }

    @Nested
    class GiversChoice {

        @Test
        void atTheSameMomentPromisesItToOne() throws Exception {
            var giving = Giving.open(port, "GIVERS_CHOICE");
            giving.asker(port, "小甲");
            giving.asker(port, "小乙");
            var choices = List.of(giving.askOf("小甲"), giving.askOf("小乙"));

            var answers = atOnce(choices.stream()
                    .<Callable<Integer>>map(choice ->
                            () -> status(giving.doneBy(giving.giver, "choice", Map.of("askIds", List.of(choice)))))
                    .toList());

            assertThat(answers).containsExactlyInAnyOrder(200, 409);
            assertThat(openHolds(giving)).isEqualTo(1);
        }

        @RepeatedTest(3)
        void againstAWithdrawalLeavesNobodyWithAPromiseTheyDoNotWant() throws Exception {
            var giving = Giving.open(port, "GIVERS_CHOICE");
            var leaving = giving.asker(port, "小甲");
            giving.asker(port, "小乙");
            var line = List.of(giving.askOf("小甲"), giving.askOf("小乙"));

            var answers = atOnce(List.<Callable<Integer>>of(
                    () -> status(giving.doneBy(giving.giver, "choice", Map.of("askIds", line))),
                    () -> status(giving.doneBy(leaving, "withdrawal", Map.of()))));

            assertThat(answers.get(1)).isEqualTo(200);
            var seen = giving.seenBy(giving.giver);
            if (answers.getFirst() == 200) {
                assertThat(texts(seen.at("/asks"), "/state")).containsExactly("PROMISED");
            } else {
                assertThat(seen.at("/state").asString()).isEqualTo("OPEN");
            }
        }

        @Test
        void isWaitedForAndThenTheRoundEndsAndAnotherOneOpens() {
            var giving = Giving.open(port, "GIVERS_CHOICE");
            var asker = giving.asker(port, "小甲");
            giving.timeIsUp(database);
            giving.awaitState("CHOOSING");
            awaitNotice(giving.giver, "GIFT_CHOICE_DUE");
            refused(giving.asks(new Visitor(port).signUp("太晚")), 409, "gift.asks-closed");

            giving.timeIsUp(database);

            giving.awaitState("ENDED");
            awaitNotice(asker, "GIFT_ENDED");
            await().untilAsserted(() -> {
                assertThat(giving.round().at("/state").asString()).isEqualTo("OPEN");
                assertThat(giving.round().at("/id").asString()).isNotEqualTo(giving.giftId);
            });
        }
    }

    @Nested
    class Promise {

        @Test
        void isKeptForTheCodeAndSealedWithoutAPrice() {
            var giving = Giving.open(port, "FIRST_COME");
            var receiver = giving.asker(port, "小甲");
            var waiting = giving.asker(port, "小乙");
            var code = giving.seenBy(receiver).at("/ask/pickupCode").asString();
            refused(
                    giving.doneBy(giving.giver, "handover", Map.of("code", code.equals("000000") ? "1" : "000000")),
                    422,
                    "gift.code-wrong");

            giving.doneBy(giving.giver, "handover", Map.of("code", code))
                    .expectStatus()
                    .isOk();

            assertThat(giving.listingState()).isEqualTo("SOLD");
            assertThat(giving.seenBy(waiting).at("/ask/state").asString()).isEqualTo("PASSED");
            awaitNotice(waiting, "GIFT_ENDED");
            var gift = giving.seenBy(giving.giver).at("/code").asString();
            await().untilAsserted(() -> {
                var receipt = Visitor.json(receiver.get("/api/v1/receipts/" + gift));
                var entry = receipt.at("/records/0/entry").asString();
                var record = TradeRecord.read(entry.getBytes(StandardCharsets.UTF_8));
                assertThat(record.step()).isEqualTo(TradeRecord.Step.GIFTED);
                assertThat(record.priceFen()).isZero();
            });
        }

        @Test
        void canBeConfirmedByTheReceiver() {
            var giving = Giving.open(port, "FIRST_COME");
            var receiver = giving.asker(port, "小甲");

            giving.doneBy(receiver, "receipt", Map.of()).expectStatus().isOk();

            assertThat(giving.seenBy(giving.giver).at("/state").asString()).isEqualTo("GIVEN");
        }

        @Test
        void notFetchedIsCountedAndPassesToTheNextWithoutBeingOfferedBetween() {
            var giving = Giving.open(port, "FIRST_COME");
            var missing = giving.asker(port, "小甲");
            var next = giving.asker(port, "小乙");

            giving.timeIsUp(database);
            giving.awaitOwn(next, "PROMISED");

            assertThat(giving.seenBy(missing).at("/ask/state").asString()).isEqualTo("NO_SHOW");
            assertThat(giving.listingState()).isEqualTo("RESERVED");
            awaitNotice(next, "GIFT_PROMISED");
            giving.doneBy(missing, "no-show-objection", Map.of("words", "我去了，没人开门"))
                    .expectStatus()
                    .isOk();
            var asked = giving.seenBy(giving.giver).at("/asks/0/asker");
            assertThat(asked.at("/noShows").intValue()).isEqualTo(1);
            assertThat(asked.at("/contested").intValue()).isEqualTo(1);
        }

        @Test
        void thatNobodyIsLeftForOffersTheThingToEverybodyAgain() {
            var giving = Giving.open(port, "FIRST_COME");
            giving.asker(port, "小甲");

            giving.timeIsUp(database);

            giving.awaitState("ENDED");
            assertThat(giving.listingState()).isEqualTo("PUBLISHED");
            await().untilAsserted(() ->
                    assertThat(giving.round().at("/state").asString()).isEqualTo("OPEN"));
        }

        @Test
        void takenBackIsCountedForTheGiver() {
            var giving = Giving.open(port, "GIVERS_CHOICE");
            var first = giving.asker(port, "小甲");
            giving.asker(port, "小乙");
            giving.doneBy(giving.giver, "choice", Map.of("askIds", List.of(giving.askOf("小甲"))))
                    .expectStatus()
                    .isOk();

            giving.doneBy(giving.giver, "promise-break", Map.of("words", "说好的时间改不了", "keepsIt", false))
                    .expectStatus()
                    .isOk();

            var seen = giving.seenBy(first);
            assertThat(seen.at("/state").asString()).isEqualTo("CHOOSING");
            assertThat(seen.at("/giver/broken").intValue()).isEqualTo(1);
            awaitNotice(first, "GIFT_PROMISE_BROKEN");
            giving.doneBy(giving.giver, "choice", Map.of("askIds", List.of(giving.askOf("小乙"))))
                    .expectStatus()
                    .isOk();
        }

        @Test
        void endsWhereTheGiverKeepsTheThing() {
            var giving = Giving.open(port, "FIRST_COME");
            giving.asker(port, "小甲");

            giving.doneBy(giving.giver, "promise-break", Map.of("words", "摔坏了", "keepsIt", true))
                    .expectStatus()
                    .isOk();

            assertThat(giving.seenBy(giving.giver).at("/state").asString()).isEqualTo("ENDED");
            assertThat(giving.listingState()).isEqualTo("WITHDRAWN");
        }
    }

    private JsonNode drawOf(Giving giving) {
        return Visitor.json(new Visitor(port).get("/api/v1/gifts/" + giving.giftId + "/draw"));
    }

    private long openHolds(Giving giving) {
        return database.sql("select count(*) from listing.hold where holder = :id and released_at is null")
                .bind("id", UUID.fromString(giving.giftId))
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static void awaitNotice(Visitor person, String kind) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(texts(
                                Visitor.json(person.get("/api/v1/my/notifications"))
                                        .at("/items"),
                                "/kind"))
                        .contains(kind));
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var started : calls.stream().map(threads::submit).toList()) {
                answers.add(started.get());
            }
        }
        return answers;
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody(byte[].class).returnResult().getStatus().value();
    }

    private static String bodyOf(ResponseSpec answer) {
        return new String(answer.expectBody(byte[].class).returnResult().getResponseBody(), StandardCharsets.UTF_8);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> texts(JsonNode array, String path) {
        return array.valueStream().map(item -> item.at(path).asString()).toList();
    }
}
