package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.transparency.record.TradeRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Bookcases for 300, 200 and 100 yuan, whose owners would swap them. */
@PlatformTest
class SwapIT {
    private static final int PEOPLE = 5;
    private static final int ROUNDS = 8;
    private static final int AT_ONCE = 24;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private LedgerRepository ledger;

    @AfterEach
    void theLedgerSumsToZero() {
        assertThat(ledger.sumOfAll().block()).isZero();
    }

    @Test
    void twoMeetTypeEachOthersCodesAndAreDone() {
        var swapping = Swapping.agreed(port, 0L, 0L);
        assertThat(swapping.statesOfThings()).containsOnly("RESERVED");

        swapping.allHandOver();

        assertThat(swapping.state()).isEqualTo("SETTLED");
        assertThat(swapping.statesOfThings()).containsOnly("SOLD");
    }

    @Test
    void aBalanceWaitsInEscrowAndGoesToWhoGaveMore() {
        var swapping = Swapping.agreed(port, -10_000L, 10_000L);
        assertThat(Swapping.balanceOf(swapping.people.getFirst())).isZero();

        swapping.allHandOver();

        assertThat(Swapping.balanceOf(swapping.people.getFirst())).isEqualTo(9_940);
        assertThat(Swapping.balanceOf(swapping.people.getLast())).isZero();
    }

    @Test
    void threeGiveInARingAndOneBalancePaysTwo() {
        var swapping = Swapping.accepted(port, -12_000L, 20_000L, -8_000L);
        swapping.pay(swapping.people.get(1));
        swapping.awaitState("AGREED");

        swapping.allHandOver();

        assertThat(swapping.state()).isEqualTo("SETTLED");
        assertThat(swapping.statesOfThings()).containsOnly("SOLD");
        assertThat(swapping.people).extracting(Swapping::balanceOf).containsExactly(11_928L, 0L, 7_952L);
    }

    @Test
    void nothingIsTakenBeforeEveryPayerIsReady() {
        var swapping = Swapping.accepted(port, -9_000L, 4_000L, 5_000L);
        var first = swapping.intentOf(swapping.people.get(1));
        swapping.pay(swapping.people.get(1));
        await().untilAsserted(() -> assertThat(swapping.seenBy(swapping.people.get(1))
                        .at("/parties/1/payment")
                        .asString())
                .isEqualTo("AUTHORIZED"));
        assertThat(swapping.state()).isEqualTo("AWAITING_PAYMENT");
        assertThat(OutsideWorld.heldFrom(first)).isZero();

        swapping.pay(swapping.people.get(2));

        swapping.awaitState("AGREED");
        assertThat(OutsideWorld.heldFrom(first)).isEqualTo(4_000);
    }

    @Test
    void everyThingIsSealedApartFromSales() {
        var swapping = Swapping.agreed(port, 0L, 0L);
        swapping.allHandOver();

        var code = swapping.seenBy(swapping.people.getFirst()).at("/code").asString();
        await().untilAsserted(() -> {
            var records = Visitor.json(swapping.people.getFirst().get("/api/v1/receipts/" + code))
                    .at("/records");
            assertThat(records).hasSize(2);
            assertThat(records).extracting(record -> recordIn(record)).allSatisfy(record -> {
                assertThat(record.step()).isEqualTo(TradeRecord.Step.SWAPPED);
                assertThat(record.step().isSale()).isFalse();
            });
        });
    }

    @Test
    void whoWouldGainIsToldAndTheTwoHaveACardInTheirConversation() {
        var swapping = Swapping.agreed(port, 0L, 0L);
        var asked = swapping.people.getLast();

        await().untilAsserted(() -> assertThat(Visitor.json(asked.get("/api/v1/my/notifications"))
                        .at("/items")
                        .toString())
                .contains("SWAP_PROPOSED"));
        var conversation = conversationsOf(asked).get(0);
        assertThat(conversation.at("/listing/id").asString()).isEqualTo(swapping.listings.getLast());
        await().untilAsserted(() -> assertThat(cardsOf(asked, conversation)).containsExactly("SWAP", "SWAP"));
    }

    @Nested
    class AProposal {

        @Test
        void holdsNothing() {
            assertThat(Swapping.proposed(port, 0L, 0L).statesOfThings()).containsOnly("PUBLISHED");
        }

        @Test
        void isRefusedWhereTheThingIsNotToBeSwapped() {
            var owner = new Visitor(port).signUp("换友");
            var own = Goods.published(owner).at("/id").asString();
            var wanted =
                    Goods.published(new Visitor(port).signUp("卖家")).at("/id").asString();

            refused(Swapping.propose(owner, List.of(own, wanted), List.of(0L, 0L)), 409, "swap.not-open");
        }

        @Test
        void isRefusedWhereMoneyWouldBeMadeOrTheThingIsSomebodyElses() {
            var swapping = Swapping.proposed(port, 0L, 0L);
            var one = swapping.people.getFirst();

            refused(Swapping.propose(one, swapping.listings, List.of(1L, 0L)), 422, "swap.bad-ring");
            refused(Swapping.propose(one, swapping.listings.reversed(), List.of(0L, 0L)), 422, "swap.bad-ring");
            refused(Swapping.propose(one, swapping.listings, List.of(20_001L, -20_001L)), 422, "swap.balance-too-high");
        }

        @Test
        void canBeDeclinedByTheOthersOnlyAndWithdrawnByItsAuthorOnly() {
            var swapping = Swapping.proposed(port, 0L, 0L);
            var author = swapping.people.getFirst();
            var asked = swapping.people.getLast();

            refused(swapping.trying(author, "consent", Map.of()), 403, "swap.not-yours-to-do");
            refused(swapping.trying(asked, "withdrawal", Map.of()), 403, "swap.not-yours-to-do");
            swapping.done(asked, "refusal");

            assertThat(swapping.state()).isEqualTo("DECLINED");
        }

        @Test
        void isAnsweredWithAnotherOneThatBindsTheOtherWayRound() {
            var swapping = Swapping.proposed(port, 0L, 0L);
            var asked = swapping.people.getLast();

            var answer = Visitor.json(swapping.trying(
                    asked,
                    "counter-proposal",
                    Swapping.proposal(swapping.listings.reversed(), List.of(5_000L, -5_000L))));

            assertThat(swapping.state()).isEqualTo("COUNTERED");
            assertThat(answer.at("/answers").asString()).isEqualTo(swapping.id());
            assertThat(answer.at("/actions").toString()).contains("WITHDRAW");
        }

        @Test
        void lapsesWhenItsTimeIsOverOrAThingIsGone() {
            var forgotten = Swapping.proposed(port, 0L, 0L);
            forgotten.timeIsUp(database);
            forgotten.awaitState("LAPSED");

            var gone = Swapping.proposed(port, 0L, 0L);
            gone.people
                    .getLast()
                    .post("/api/v1/listings/" + gone.listings.getLast() + "/withdrawal", Map.of())
                    .expectStatus()
                    .isOk();
            gone.awaitState("LAPSED");
        }

        @Test
        void mayBeMadeThreeTimesForTheSameThing() {
            var swapping = Swapping.proposed(port, 0L, 0L);
            var one = swapping.people.getFirst();
            Swapping.propose(one, swapping.listings, List.of(0L, 0L))
                    .expectStatus()
                    .isCreated();
            Swapping.propose(one, swapping.listings, List.of(0L, 0L))
                    .expectStatus()
                    .isCreated();

            refused(Swapping.propose(one, swapping.listings, List.of(0L, 0L)), 429, "swap.too-many-proposals");
        }

        @Test
        void isAcceptedWithNothingWhereOneThingIsGone() {
            var swapping = Swapping.proposed(port, 0L, 0L, 0L);
            swapping.done(swapping.people.get(1), "consent");
            new Visitor(port)
                    .signUp("买家")
                    .post("/api/v1/orders", Map.of("listingId", swapping.listings.getFirst()))
                    .expectStatus()
                    .isCreated();

            swapping.trying(swapping.people.get(2), "consent", Map.of())
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("listing.one-not-available")
                    .jsonPath("$.detail")
                    .value(detail -> assertThat((String) detail).contains("书柜 0"));

            assertThat(swapping.statesOfThings()).containsExactly("RESERVED", "PUBLISHED", "PUBLISHED");
        }

        @Test
        void isNotAcceptedForAThingThatBecameAnother() {
            var swapping = Swapping.proposed(port, 0L, 0L);
            database.sql("update listing.listing set description = '少一层板' where id = :id")
                    .bind("id", UUID.fromString(swapping.listings.getFirst()))
                    .then()
                    .block();

            refused(swapping.trying(swapping.people.getLast(), "consent", Map.of()), 409, "swap.thing-changed");
            assertThat(swapping.statesOfThings()).containsOnly("PUBLISHED");
        }

        @Test
        void isRefusedBetweenPeopleWhoDoNotWantToHearOfEachOther() {
            var swapping = Swapping.proposed(port, 0L, 0L);
            var one = swapping.people.getFirst();
            var asked = swapping.people.getLast();
            await().untilAsserted(() -> assertThat(conversationsOf(asked)).isNotEmpty());
            var conversation = conversationsOf(asked).get(0).at("/id").asString();
            asked.put("/api/v1/conversations/" + conversation + "/block", Map.of())
                    .expectStatus()
                    .is2xxSuccessful();

            refused(Swapping.propose(one, swapping.listings, List.of(0L, 0L)), 403, "swap.not-welcome");
        }
    }

    @Nested
    class CallingOff {

        @Test
        void freesTheThingsAndGivesTheBalanceBack() {
            var swapping = Swapping.accepted(port, 10_000L, -10_000L);
            var intent = swapping.intentOf(swapping.people.getFirst());
            swapping.pay(swapping.people.getFirst());
            swapping.awaitState("AGREED");

            swapping.done(swapping.people.getLast(), "cancellation", Map.of("words", "家里要用"));

            swapping.awaitState("CANCELLED");
            assertThat(swapping.statesOfThings()).containsOnly("PUBLISHED");
            assertThat(OutsideWorld.heldFrom(intent)).isZero();
        }

        @Test
        void isTheEndWhereNobodyComes() {
            var swapping = Swapping.agreed(port, 0L, 0L);

            swapping.timeIsUp(database);

            swapping.awaitState("CANCELLED");
            assertThat(swapping.statesOfThings()).containsOnly("PUBLISHED");
        }

        @Test
        void happensByItselfWhereNobodyPaysAndALatePaymentTakesThingsThatAreStillFree() {
            var swapping = Swapping.accepted(port, 10_000L, -10_000L);
            var payer = swapping.people.getFirst();
            var intent = swapping.intentOf(payer);
            swapping.timeIsUp(database);
            swapping.awaitState("EXPIRED");
            assertThat(swapping.statesOfThings()).containsOnly("PUBLISHED");

            OutsideWorld.simulation().pay(intent);
            swapping.hear(payer, intent);

            swapping.awaitState("AGREED");
            assertThat(swapping.statesOfThings()).containsOnly("RESERVED");
        }

        @Test
        void isForGoodWhereThePaymentComesTooLateForOneOfTheThings() {
            var swapping = Swapping.accepted(port, 10_000L, -10_000L);
            var payer = swapping.people.getFirst();
            var intent = swapping.intentOf(payer);
            swapping.timeIsUp(database);
            swapping.awaitState("EXPIRED");
            new Visitor(port)
                    .signUp("买家")
                    .post("/api/v1/orders", Map.of("listingId", swapping.listings.getLast()))
                    .expectStatus()
                    .isCreated();

            OutsideWorld.simulation().pay(intent);
            swapping.hear(payer, intent);

            await().untilAsserted(
                            () -> assertThat(OutsideWorld.statusOf(intent)).isEqualTo("canceled"));
            assertThat(swapping.statesOfThings()).containsExactly("PUBLISHED", "RESERVED");
        }
    }

    @Nested
    class HalfHandedOver {

        @Test
        void hasToBeBroughtBack() {
            var swapping = Swapping.agreed(port, 10_000L, -10_000L);
            swapping.handOver(0);
            swapping.timeIsUp(database);
            swapping.awaitState("RETURNING");

            swapping.done(swapping.people.getLast(), "return", Map.of("code", swapping.codeOf(0)));

            swapping.awaitState("CANCELLED");
            assertThat(swapping.statesOfThings()).containsOnly("PUBLISHED");
        }

        @Test
        void isBackWhenItsOwnerSaysSo() {
            var swapping = Swapping.agreed(port, 0L, 0L);
            swapping.handOver(1);
            swapping.done(swapping.people.getFirst(), "cancellation", Map.of("words", "有划痕"));
            assertThat(swapping.state()).isEqualTo("RETURNING");

            swapping.done(swapping.people.getLast(), "return-confirmation");

            assertThat(swapping.state()).isEqualTo("CANCELLED");
        }

        @Test
        void theCodeOfTheMeetingProvesNoReturn() {
            var swapping = Swapping.agreed(port, 0L, 0L);
            var known = swapping.codeOf(0);
            swapping.handOver(0);
            swapping.timeIsUp(database);
            swapping.awaitState("RETURNING");

            assertThat(swapping.codeOf(0)).isNotEqualTo(known);
            refused(
                    swapping.trying(swapping.people.getLast(), "return", Map.of("code", known)),
                    422,
                    "swap.code-wrong");
        }

        /** The second pays 100 yuan on top and keeps a bookcase for 300: the first gets the 100 yuan. */
        @Test
        void whoKeepsAThingPaysForItWithTheirBalance() {
            var swapping = Swapping.agreed(port, -10_000L, 10_000L);
            swapping.handOver(0);
            swapping.timeIsUp(database);
            swapping.awaitState("RETURNING");

            swapping.timeIsUp(database);

            swapping.awaitState("BROKEN");
            assertThat(swapping.statesOfThings()).containsExactly("SOLD", "PUBLISHED");
            assertThat(Swapping.balanceOf(swapping.people.getFirst())).isEqualTo(10_000);
        }

        /** The first pays and gives, the second keeps: the money of who keeps nothing goes back. */
        @Test
        void whoKeepsNothingHasTheirBalanceBack() {
            var swapping = Swapping.accepted(port, 10_000L, -10_000L);
            var intent = swapping.intentOf(swapping.people.getFirst());
            swapping.pay(swapping.people.getFirst());
            swapping.awaitState("AGREED");
            swapping.handOver(0);
            swapping.timeIsUp(database);
            swapping.awaitState("RETURNING");

            swapping.timeIsUp(database);

            swapping.awaitState("BROKEN");
            await().untilAsserted(
                            () -> assertThat(OutsideWorld.heldFrom(intent)).isZero());
        }
    }

    @Nested
    class AtTheSameMoment {

        /** Everybody wants everything of everybody, in twos and threes; whoever wins calls off, and all try again. */
        @Test
        void crossedSwapsPromiseNoThingTwiceAndNoneOfThemHalf() throws Exception {
            var people = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> new Visitor(port).signUp("换友" + i))
                    .toList();
            var things = people.stream()
                    .map(person ->
                            Goods.openToSwap(person, "书柜", 20_000).at("/id").asString())
                    .toList();
            var open = crossedProposals(people, things);
            var before = deadlocks();
            var tried = 0;
            try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
                for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
                    Collections.shuffle(open, new Random(round));
                    var answers = new ArrayList<Future<Integer>>();
                    for (var swap : open) {
                        answers.add(threads.submit(() -> swap.consentAll()));
                    }
                    for (var answer : answers) {
                        assertThat(answer.get()).isIn(200, 409);
                    }
                    tried += answers.size();
                    assertThat(promisedTwice()).isZero();
                    assertThat(halfPromised()).isZero();
                    var won = open.stream().filter(Crossed::isAgreed).toList();
                    assertThat(won).isNotEmpty();
                    won.forEach(Crossed::callOff);
                    open.removeAll(won);
                }
            }
            assertThat(tried).isGreaterThan(200);
            assertThat(deadlocks()).isEqualTo(before);
        }

        @Test
        void aWithdrawalAndAConsentHaveOneWinner() throws Exception {
            var swapping = Swapping.proposed(port, 0L, 0L);
            var one = swapping.people.getFirst();
            var asked = swapping.people.getLast();
            var swaps = new ArrayList<>(List.of(swapping.id()));
            for (int i = 0; i < 2; i++) {
                swaps.add(Visitor.json(Swapping.propose(one, swapping.listings, List.of(0L, 0L)))
                        .at("/id")
                        .asString());
            }
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var swap : swaps) {
                    var consent = threads.submit(() -> statusOf(asked, swap, "consent"));
                    var withdrawal = threads.submit(() -> statusOf(one, swap, "withdrawal"));

                    assertThat(List.of(consent.get(), withdrawal.get())).containsExactlyInAnyOrder(200, 409);
                    assertThat(halfPromised()).isZero();
                    if (consent.get() == 200) {
                        one.post("/api/v1/swaps/" + swap + "/cancellation", Map.of("words", "再试一次"))
                                .expectStatus()
                                .isOk();
                    }
                }
            }
        }

        private List<Crossed> crossedProposals(List<Visitor> people, List<String> things) {
            var open = new ArrayList<Crossed>();
            for (int i = 0; i < PEOPLE; i++) {
                for (int step = 1; step < PEOPLE; step++) {
                    var j = (i + step) % PEOPLE;
                    var k = (i + step % (PEOPLE - 1) + 1) % PEOPLE;
                    open.add(crossed(people, things, List.of(i, j)));
                    open.add(crossed(people, things, List.of(i, k, j)));
                }
            }
            return open;
        }

        private Crossed crossed(List<Visitor> people, List<String> things, List<Integer> places) {
            var parties = places.stream().map(people::get).toList();
            var swap = Visitor.json(Swapping.propose(
                    parties.getFirst(),
                    places.stream().map(things::get).toList(),
                    Collections.nCopies(places.size(), 0L)));
            return new Crossed(swap.at("/id").asString(), parties);
        }

        private long promisedTwice() {
            return count("""
                    select count(*) from (
                        select listing_id
                        from orders.swap_party
                        join orders.swap on swap.id = swap_id
                        where state in ('AWAITING_PAYMENT', 'COLLECTING', 'AGREED', 'RETURNING')
                        group by listing_id
                        having count(*) > 1) twice
                    """);
        }

        private long halfPromised() {
            return count("""
                    select count(*)
                    from orders.swap_party
                    join orders.swap on swap.id = swap_id
                    join listing.listing on listing.id = listing_id
                    left join listing.hold on hold.holder = swap.id and hold.listing_id = listing.id and released_at is null
                    where (swap.state in ('AWAITING_PAYMENT', 'COLLECTING', 'AGREED', 'RETURNING'))
                        <> (hold.holder is not null)
                    """);
        }

        private long deadlocks() {
            return count("select deadlocks from pg_stat_database where datname = current_database()");
        }

        private long count(String query) {
            return database.sql(query)
                    .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                    .one()
                    .blockOptional()
                    .orElseThrow();
        }

        /** @param parties the first of them proposed it */
        private record Crossed(String id, List<Visitor> parties) {

            /** The status of the last answer. */
            int consentAll() {
                return parties.stream()
                        .skip(1)
                        .mapToInt(person -> statusOf(person, id, "consent"))
                        .reduce(200, (first, last) -> last);
            }

            boolean isAgreed() {
                return Visitor.json(parties.getFirst().get("/api/v1/swaps/" + id))
                        .at("/state")
                        .asString()
                        .equals("AGREED");
            }

            void callOff() {
                parties.getFirst()
                        .post("/api/v1/swaps/" + id + "/cancellation", Map.of("words", "再来"))
                        .expectStatus()
                        .isOk();
            }
        }
    }

    private static int statusOf(Visitor person, String swap, String action) {
        return person.post("/api/v1/swaps/" + swap + "/" + action, Map.of())
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static JsonNode conversationsOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/conversations")).at("/items");
    }

    private static List<String> cardsOf(Visitor person, JsonNode conversation) {
        var messages = Visitor.json(person.get("/api/v1/conversations/%s/messages"
                        .formatted(conversation.at("/id").asString())))
                .at("/items");
        return messages.valueStream()
                .map(message -> message.at("/card").asString())
                .toList();
    }

    private static TradeRecord recordIn(JsonNode record) {
        return TradeRecord.read(record.at("/entry").asString().getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
