package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.payment.PostingView;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.transparency.record.TradeRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A tenant rents a drill for two days: 60 yuan of rent, of which the platform keeps 36 fen, and 300 of deposit. */
@PlatformTest
class RentalIT {
    private static final long RENT_LESS_FEE = 5_964;
    private static final int TENANTS = 100;

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
    void aDrillIsRentedAndComesBackWhole() {
        var lending = Lending.handedOver(port);
        lending.record(lending.tenant, "RETURN").expectStatus().isOk();
        lending.doneBy(lending.tenant, "return", Map.of("code", lending.returnCode()))
                .expectStatus()
                .isOk();
        lending.doneBy(lending.owner, "approval", Map.of()).expectStatus().isOk();

        lending.awaitState("SETTLED");
        var seen = lending.seenBy(lending.tenant);
        assertThat(seen.at("/rent/amount").longValue()).isEqualTo(6_000);
        assertThat(seen.at("/depositBack/amount").longValue()).isEqualTo(30_000);
        assertThat(seen.at("/depositReturned").booleanValue()).isTrue();
        assertThat(seen.at("/condition")).hasSize(2);
        assertThat(lending.ownersBalance()).isEqualTo(RENT_LESS_FEE);
        assertThat(OutsideWorld.heldFrom(lending.intentId)).isEqualTo(6_000);
        assertThat(OutsideWorld.refundsOf(lending.intentId)).isEqualTo(1);
        assertThat(balancesOf(lending)).containsOnly(0L);
    }

    @Test
    void aRentalThatIsOverIsSealedApartFromSales() {
        var lending = Lending.returned(port);
        lending.doneBy(lending.owner, "approval", Map.of()).expectStatus().isOk();
        lending.awaitState("SETTLED");

        var code = lending.seenBy(lending.owner).at("/code").asString();
        await().untilAsserted(() -> {
            var receipt = Visitor.json(lending.tenant.get("/api/v1/receipts/" + code));
            var entry = receipt.at("/records/0/entry").asString();
            assertThat(entry).isNotEmpty();
            var record = TradeRecord.read(entry.getBytes(StandardCharsets.UTF_8));
            assertThat(record.step()).isEqualTo(TradeRecord.Step.RENTED);
            assertThat(record.priceFen()).isEqualTo(6_000);
        });
    }

    @Test
    void theDepositStandsInAnAccountOfItsOwn() {
        var lending = Lending.paid(port);

        assertThat(postingsOf(lending))
                .filteredOn(line -> line.account().equals("DEPOSIT"))
                .extracting(line -> line.amount().amount())
                .containsExactly(30_000L);
    }

    @Nested
    class Booking {

        @Test
        void isQuotedByTheServer() {
            var listing = Goods.lent(new Visitor(port).signUp("物主"));

            var quote = Visitor.json(new Visitor(port)
                    .get("/api/v1/listings/%s/rental-quote?firstDay=%s&lastDay=%s"
                            .formatted(listing.at("/id").asString(), Lending.day(1), Lending.day(8))));

            assertThat(quote.at("/days").intValue()).isEqualTo(8);
            assertThat(quote.at("/rent/amount").longValue()).isEqualTo(15_000);
            assertThat(quote.at("/total/amount").longValue()).isEqualTo(45_000);
            assertThat(quote.at("/isFree").booleanValue()).isTrue();
        }

        @ParameterizedTest(name = "from day {0} to day {1}: {2}")
        @CsvSource({
            "-1, 1, rental.bad-days",
            "3, 2, rental.bad-days",
            "170, 181, rental.bad-days",
            "1, 22, rental.wrong-length",
        })
        void refusesDaysThatAreNotLent(int first, int last, String code) {
            var listing = Goods.lent(new Visitor(port).signUp("物主"));

            var refused = Lending.book(
                    new Visitor(port).signUp("租客"),
                    listing.at("/id").asString(),
                    Lending.day(first),
                    Lending.day(last));

            refused.expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo(code);
        }

        @Test
        void refusesOnesOwnThing() {
            var owner = new Visitor(port).signUp("物主");

            Lending.book(owner, Goods.lent(owner).at("/id").asString(), Lending.day(1), Lending.day(2))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("rental.own-listing");
        }

        /** The first rental has days 7 and 8 and a day for cleaning. */
        @ParameterizedTest(name = "days {0} to {1}: {2}")
        @CsvSource({"5, 5, 201", "5, 6, 409", "6, 7, 409", "8, 8, 409", "9, 9, 409", "10, 12, 201", "4, 12, 409"})
        void keepsTheBufferFree(int first, int last, int status) {
            var lending = Lending.booked(port);

            var answer = Lending.book(
                    new Visitor(port).signUp("租客"), lending.listingId, Lending.day(first), Lending.day(last));

            answer.expectStatus().isEqualTo(status);
        }

        @Test
        void showsInTheCalendarWithoutSayingWhose() {
            var lending = Lending.booked(port);

            var calendar = calendarOf(lending.listingId);

            assertThat(calendar.at("/busy")).hasSize(1);
            assertThat(calendar.at("/busy/0/first").asString())
                    .isEqualTo(Lending.day(7).toString());
            assertThat(calendar.at("/busy/0/last").asString())
                    .isEqualTo(Lending.day(9).toString());
            assertThat(calendar.toString())
                    .doesNotContain(
                            lending.seenBy(lending.tenant).at("/tenant/id").asString());
        }

        @Test
        void ofAHundredTenantsGivesOneTheWeekend() throws Exception {
            var listing = Goods.lent(new Visitor(port).signUp("物主")).at("/id").asString();
            var tenants = people("租客", TENANTS);

            var answers = new ArrayList<Integer>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var started = tenants.stream()
                        .map(tenant -> threads.submit(() -> statusOf(tenant, listing)))
                        .toList();
                for (var answer : started) {
                    answers.add(answer.get());
                }
            }

            assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
            assertThat(answers).filteredOn(status -> status == 409).hasSize(TENANTS - 1);
            assertThat(calendarOf(listing).at("/busy")).hasSize(1);
        }

        private static int statusOf(Visitor tenant, String listing) {
            return Lending.book(tenant, listing, Lending.day(7), Lending.day(8))
                    .expectBody(byte[].class)
                    .returnResult()
                    .getStatus()
                    .value();
        }
    }

    @Nested
    class OneThing {

        @Test
        void thatIsBookedCannotBeSoldAway() {
            var lending = Lending.booked(port);

            buy(lending.listingId)
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("listing.not-available");
        }

        @Test
        void whoseBookingCameToNothingCanBeSold() {
            var lending = Lending.booked(port);
            lending.doneBy(lending.tenant, "cancellation", Map.of("words", "下雨了"))
                    .expectStatus()
                    .isOk();

            buy(lending.listingId).expectStatus().isCreated();
        }

        @Test
        void thatIsBackAndCleanedCanBeSold() {
            var lending = Lending.handedOver(port);
            lending.daysPass(database, 8);
            lending.doneBy(lending.tenant, "return", Map.of("code", lending.returnCode()))
                    .expectStatus()
                    .isOk();

            buy(lending.listingId).expectStatus().isEqualTo(409);
            lending.daysPass(database, 2);
            buy(lending.listingId).expectStatus().isCreated();
        }

        @Test
        void thatIsPromisedToABuyerCannotBeBooked() {
            var listing = Goods.lent(new Visitor(port).signUp("物主")).at("/id").asString();
            buy(listing).expectStatus().isCreated();

            Lending.book(new Visitor(port).signUp("租客"), listing, Lending.day(1), Lending.day(2))
                    .expectStatus()
                    .isEqualTo(409);
        }

        @Test
        void thatIsOnlyLentCannotBeBought() {
            var owner = new Visitor(port).signUp("物主");
            var offer = Goods.drill(owner);
            offer.put("forSale", false);

            buy(Goods.publish(owner, offer).at("/id").asString()).expectStatus().isEqualTo(409);
        }

        @Test
        void isEitherSoldOrRentedWhenBothAreTriedAtOnce() throws Exception {
            var owner = new Visitor(port).signUp("物主");
            var listings = IntStream.range(0, 20)
                    .mapToObj(number -> Goods.lent(owner).at("/id").asString())
                    .toList();
            var buyers = people("买家", listings.size());
            var tenants = people("租客", listings.size());

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < listings.size(); i++) {
                    var listing = listings.get(i);
                    var buyer = buyers.get(i);
                    var tenant = tenants.get(i);
                    var sold = threads.submit(() -> status(buyer.post("/api/v1/orders", Map.of("listingId", listing))));
                    var rented =
                            threads.submit(() -> status(Lending.book(tenant, listing, Lending.day(1), Lending.day(2))));
                    assertThat(List.of(sold.get(), rented.get())).containsExactlyInAnyOrder(201, 409);
                }
            }
        }

        private ResponseSpec buy(String listing) {
            return new Visitor(port).signUp("买家").post("/api/v1/orders", Map.of("listingId", listing));
        }

        private static int status(ResponseSpec answer) {
            return answer.expectBody(byte[].class).returnResult().getStatus().value();
        }
    }

    @Nested
    class BeforeTheHandover {

        @Test
        void eitherSideMayCallItOffAndTheTenantHasEverythingBack() {
            var lending = Lending.paid(port);
            lending.doneBy(lending.owner, "cancellation", Map.of("words", "坏了"))
                    .expectStatus()
                    .isOk();

            lending.awaitState("CANCELLED");
            assertThat(OutsideWorld.heldFrom(lending.intentId)).isZero();
            assertThat(lending.ownersBalance()).isZero();
            assertThat(balancesOf(lending)).containsOnly(0L);
            assertThat(calendarOf(lending.listingId).at("/busy")).isEmpty();
        }

        @Test
        void whatNobodyFetchesOnTheFirstDayIsPaidBack() {
            var lending = Lending.paid(port);

            lending.timeIsUp(database);

            lending.awaitState("CANCELLED");
            assertThat(OutsideWorld.heldFrom(lending.intentId)).isZero();
        }

        @Test
        void theOwnerNeedsTheTenantsCodeAndPhotos() {
            var lending = Lending.paid(port);
            var code = lending.pickupCode();

            lending.doneBy(lending.owner, "handover", Map.of("code", code))
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("rental.condition-missing");
            lending.record(lending.owner, "HANDOVER").expectStatus().isOk();
            lending.doneBy(lending.owner, "handover", Map.of("code", code.equals("000000") ? "000001" : "000000"))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("rental.code-wrong");
            lending.doneBy(lending.tenant, "handover", Map.of("code", code))
                    .expectStatus()
                    .isForbidden();
            assertThat(lending.seenBy(lending.owner).at("/pickupCode").isNull()).isTrue();
        }

        @Test
        void daysThatNobodyPaysAreFreeAgainAndALatePaymentTakesThemIfTheyStillAre() {
            var lending = Lending.booked(port);
            lending.timeIsUp(database);
            lending.awaitState("EXPIRED");
            assertThat(calendarOf(lending.listingId).at("/busy")).isEmpty();

            lending.pay();

            lending.awaitState("PAID");
            assertThat(calendarOf(lending.listingId).at("/busy")).hasSize(1);
        }

        @Test
        void aLatePaymentForDaysThatSomebodyElseHasIsGivenBack() {
            var late = Lending.booked(port);
            late.timeIsUp(database);
            late.awaitState("EXPIRED");
            Lending.book(new Visitor(port).signUp("租客"), late.listingId, Lending.day(8), Lending.day(9))
                    .expectStatus()
                    .isCreated();

            late.pay();

            await().untilAsserted(() ->
                    assertThat(OutsideWorld.statusOf(late.intentId)).isEqualTo("canceled"));
            assertThat(late.state()).isEqualTo("EXPIRED");
        }
    }

    @Nested
    class Damage {

        @Test
        void thatTheTenantAcceptsIsPaidOutOfTheDeposit() {
            var lending = Lending.claimed(port);
            lending.doneBy(lending.tenant, "damage-claim/acceptance", Map.of())
                    .expectStatus()
                    .isOk();

            lending.awaitState("SETTLED");
            assertThat(lending.ownersBalance()).isEqualTo(RENT_LESS_FEE + 12_000);
            assertThat(OutsideWorld.heldFrom(lending.intentId)).isEqualTo(18_000);
            assertThat(balancesOf(lending)).containsOnly(0L);
        }

        @Test
        void thatTheTenantDoesNotAnswerIsOwed() {
            var lending = Lending.claimed(port);

            lending.timeIsUp(database);

            lending.awaitState("SETTLED");
            assertThat(lending.seenBy(lending.tenant).at("/damage/amount").longValue())
                    .isEqualTo(12_000);
        }

        @Test
        void thatTheTenantContestsAnOfficerDecides() {
            var lending = contested();
            var officer = Officials.with(database, port, Role.ADMINISTRATOR);

            var waiting = Visitor.json(officer.get("/api/v1/contested-rentals?limit=60"));
            assertThat(waiting.at("/items").valueStream())
                    .anyMatch(rental -> rental.at("/id").asString().equals(lending.rentalId)
                            && rental.at("/claim/answer").asString().equals("交来就有裂纹"));
            decide(officer, lending, 5_000).expectStatus().isOk();

            lending.awaitState("SETTLED");
            assertThat(lending.ownersBalance()).isEqualTo(RENT_LESS_FEE + 5_000);
            assertThat(OutsideWorld.heldFrom(lending.intentId)).isEqualTo(11_000);
            assertThat(lending.seenBy(lending.owner).at("/claim/decision").asString())
                    .isEqualTo("旧裂纹占一半");
        }

        @Test
        void thatNobodyDecidesIsNotOwed() {
            var lending = contested();

            lending.timeIsUp(database);

            lending.awaitState("SETTLED");
            assertThat(lending.ownersBalance()).isEqualTo(RENT_LESS_FEE);
            assertThat(OutsideWorld.heldFrom(lending.intentId)).isEqualTo(6_000);
        }

        @Test
        void isNeverMoreThanWasClaimedNorThanTheDeposit() {
            var lending = Lending.returned(port);
            tooHigh(lending.claim(30_001));
            lending.claim(12_000).expectStatus().isOk();
            lending.doneBy(lending.tenant, "damage-claim/contest", Map.of("words", "没有的事"))
                    .expectStatus()
                    .isOk();

            tooHigh(decide(Officials.with(database, port, Role.ADMINISTRATOR), lending, 12_001));
            assertThat(lending.state()).isEqualTo("CONTESTED");
        }

        @Test
        void thatIsAllOfTheDepositLeavesNothingToGiveBack() {
            var lending = Lending.returned(port);
            lending.claim(30_000).expectStatus().isOk();
            lending.doneBy(lending.tenant, "damage-claim/acceptance", Map.of())
                    .expectStatus()
                    .isOk();

            assertThat(lending.state()).isEqualTo("SETTLED");
            assertThat(lending.ownersBalance()).isEqualTo(RENT_LESS_FEE + 30_000);
            assertThat(OutsideWorld.refundsOf(lending.intentId)).isZero();
        }

        @Test
        void thatIsNotClaimedInTimeIsNotOwed() {
            var lending = Lending.returned(port);

            lending.timeIsUp(database);

            lending.awaitState("SETTLED");
            assertThat(OutsideWorld.heldFrom(lending.intentId)).isEqualTo(6_000);
        }

        private Lending contested() {
            var lending = Lending.claimed(port);
            lending.doneBy(lending.tenant, "damage-claim/contest", Map.of("words", "交来就有裂纹"))
                    .expectStatus()
                    .isOk();
            return lending;
        }

        private static ResponseSpec decide(Visitor officer, Lending lending, long fen) {
            return officer.post(
                    "/api/v1/contested-rentals/" + lending.rentalId + "/decision",
                    Map.of("damage", Goods.fen(fen), "words", "旧裂纹占一半"));
        }

        private static void tooHigh(ResponseSpec answer) {
            answer.expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("rental.claim-too-high");
        }
    }

    @Nested
    class Late {

        /** The last day was day 8; ten days later two days after it have begun. */
        @Test
        void costsEveryDayBegun() {
            var lending = Lending.handedOver(port);
            lending.daysPass(database, 10);
            lending.awaitState("OVERDUE");
            lending.doneBy(lending.owner, "return-confirmation", Map.of())
                    .expectStatus()
                    .isOk();
            lending.doneBy(lending.owner, "approval", Map.of()).expectStatus().isOk();

            lending.awaitState("SETTLED");
            assertThat(lending.seenBy(lending.tenant).at("/lateFee/amount").longValue())
                    .isEqualTo(6_000);
            assertThat(lending.ownersBalance()).isEqualTo(RENT_LESS_FEE + 6_000);
            assertThat(OutsideWorld.heldFrom(lending.intentId)).isEqualTo(12_000);
        }

        @Test
        void leavesLessOfTheDepositForDamage() {
            var lending = Lending.handedOver(port);
            lending.daysPass(database, 10);
            lending.awaitState("OVERDUE");
            lending.doneBy(lending.owner, "return-confirmation", Map.of())
                    .expectStatus()
                    .isOk();

            lending.claim(24_001).expectStatus().isEqualTo(422);
            lending.claim(24_000).expectStatus().isOk();
        }

        @Test
        void untilTheDepositIsUsedUpIsNeverBroughtBack() {
            var lending = Lending.handedOver(port);
            lending.daysPass(database, 30);

            lending.awaitState("SETTLED");
            assertThat(lending.ownersBalance()).isEqualTo(RENT_LESS_FEE + 30_000);
            assertThat(OutsideWorld.refundsOf(lending.intentId)).isZero();
            assertThat(balancesOf(lending)).containsOnly(0L);
        }

        @Test
        void keepsTheThingAwayInTheCalendar() {
            var lending = Lending.handedOver(port);
            lending.daysPass(database, 11);
            lending.awaitState("OVERDUE");

            assertThat(calendarOf(lending.listingId).at("/busy/0/first").asString())
                    .isEqualTo(Lending.day(0).toString());
        }
    }

    @Nested
    class AnExtension {

        @Test
        void countsOnceTheOwnerConsentsAndItIsPaid() {
            var lending = Lending.handedOver(port);
            asked(lending, 10).expectStatus().isOk();
            assertThat(calendarOf(lending.listingId).at("/busy/1/last").asString())
                    .isEqualTo(Lending.day(11).toString());
            lending.doneBy(lending.owner, "extension/consent", Map.of())
                    .expectStatus()
                    .isOk();
            assertThat(lending.seenBy(lending.tenant).at("/lastDay").asString())
                    .isEqualTo(Lending.day(8).toString());

            payExtension(lending);

            await().untilAsserted(() -> assertThat(
                            lending.seenBy(lending.tenant).at("/lastDay").asString())
                    .isEqualTo(Lending.day(10).toString()));
            // Four days cost what a week costs: 120 yuan.
            assertThat(lending.seenBy(lending.tenant).at("/rent/amount").longValue())
                    .isEqualTo(12_000);
            settled(lending);
            assertThat(lending.ownersBalance()).isEqualTo(12_000 - 72);
        }

        @Test
        void thatCompletesAWeekForNothingCountsAtOnce() {
            var lending = Lending.handedOver(port);
            asked(lending, 10).expectStatus().isOk();
            lending.doneBy(lending.owner, "extension/consent", Map.of())
                    .expectStatus()
                    .isOk();
            payExtension(lending);
            await().untilAsserted(() -> assertThat(lending.seenBy(lending.tenant)
                            .at("/extension/state")
                            .asString())
                    .isEqualTo("COUNTED"));

            asked(lending, 13).expectStatus().isOk();
            lending.doneBy(lending.owner, "extension/consent", Map.of())
                    .expectStatus()
                    .isOk();

            var seen = lending.seenBy(lending.tenant);
            assertThat(seen.at("/lastDay").asString()).isEqualTo(Lending.day(13).toString());
            assertThat(seen.at("/rent/amount").longValue()).isEqualTo(12_000);
        }

        @Test
        void thatIsRefusedLeavesEverythingAsItWas() {
            var lending = Lending.handedOver(port);
            asked(lending, 10).expectStatus().isOk();
            asked(lending, 11).expectStatus().isEqualTo(409);
            lending.doneBy(lending.owner, "extension/refusal", Map.of())
                    .expectStatus()
                    .isOk();

            assertThat(calendarOf(lending.listingId).at("/busy")).hasSize(1);
            assertThat(lending.seenBy(lending.tenant).at("/lastDay").asString())
                    .isEqualTo(Lending.day(8).toString());
        }

        @Test
        void intoDaysOfSomebodyElseIsRefused() {
            var lending = Lending.handedOver(port);
            Lending.book(new Visitor(port).signUp("租客"), lending.listingId, Lending.day(12), Lending.day(12))
                    .expectStatus()
                    .isCreated();

            asked(lending, 11)
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("rental.days-taken");
            asked(lending, 8).expectStatus().isEqualTo(422);
            asked(lending, 10).expectStatus().isOk();
        }

        @Test
        void thatIsPaidAfterTheReturnIsPaidBack() {
            var lending = Lending.handedOver(port);
            asked(lending, 10).expectStatus().isOk();
            lending.doneBy(lending.owner, "extension/consent", Map.of())
                    .expectStatus()
                    .isOk();
            var intent = intentOf(lending);
            lending.doneBy(lending.owner, "return-confirmation", Map.of())
                    .expectStatus()
                    .isOk();

            await().untilAsserted(
                            () -> assertThat(OutsideWorld.statusOf(intent)).isEqualTo("canceled"));
            assertThat(lending.seenBy(lending.tenant).at("/extension/state").asString())
                    .isEqualTo("ENDED");
            assertThat(lending.seenBy(lending.tenant).at("/rent/amount").longValue())
                    .isEqualTo(6_000);
        }

        private static ResponseSpec asked(Lending lending, int lastDay) {
            return lending.doneBy(
                    lending.tenant,
                    "extension",
                    Map.of("lastDay", Lending.day(lastDay).toString()));
        }

        private static String intentOf(Lending lending) {
            var payUrl = lending.seenBy(lending.tenant).at("/extension/payUrl").asString();
            return payUrl.substring(payUrl.lastIndexOf('/') + 1);
        }

        private static void payExtension(Lending lending) {
            var intent = intentOf(lending);
            OutsideWorld.simulation().pay(intent);
            lending.hearFromProvider("payment_intent.amount_capturable_updated", intent);
        }

        private static void settled(Lending lending) {
            lending.doneBy(lending.owner, "return-confirmation", Map.of())
                    .expectStatus()
                    .isOk();
            lending.doneBy(lending.owner, "approval", Map.of()).expectStatus().isOk();
            lending.awaitState("SETTLED");
        }
    }

    @Test
    void theTenantIsToldOfAClaim() {
        var lending = Lending.claimed(port);

        await().untilAsserted(() -> assertThat(Visitor.json(lending.tenant.get("/api/v1/my/notifications"))
                        .toString())
                .contains("RENTAL_DAMAGE_CLAIMED", lending.rentalId));
    }

    @Test
    void repeatedAndLateWebhooksChangeNothing() {
        var lending = Lending.returned(port);
        lending.hearFromProvider("payment_intent.succeeded");
        lending.claim(12_000).expectStatus().isOk();
        lending.doneBy(lending.tenant, "damage-claim/acceptance", Map.of())
                .expectStatus()
                .isOk();
        lending.hearFromProvider("charge.refunded");
        lending.awaitState("SETTLED");
        var before = postingsOf(lending);

        for (var news : List.of(
                "charge.refunded",
                "payment_intent.created",
                "payment_intent.amount_capturable_updated",
                "payment_intent.succeeded",
                "charge.refunded")) {
            lending.hearFromProvider(news);
        }

        assertThat(lending.state()).isEqualTo("SETTLED");
        assertThat(postingsOf(lending)).isEqualTo(before);
        assertThat(OutsideWorld.refundsOf(lending.intentId)).isEqualTo(1);
    }

    @Test
    void aStrangerSeesNothingOfIt() {
        var lending = Lending.booked(port);
        var stranger = new Visitor(port).signUp("路人");

        stranger.get("/api/v1/rentals/" + lending.rentalId).expectStatus().isNotFound();
        assertThat(Visitor.json(stranger.get("/api/v1/my/rentals")).at("/items"))
                .isEmpty();
        assertThat(Visitor.json(lending.owner.get("/api/v1/my/rentals?side=OWNER"))
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void evidenceIsOnesOwnPhotoAtItsTime() {
        var lending = Lending.paid(port);

        lending.doneBy(
                        lending.owner,
                        "condition-records",
                        Map.of("phase", "HANDOVER", "photoIds", List.of(Goods.photo(lending.tenant))))
                .expectStatus()
                .isBadRequest();
        lending.record(lending.owner, "RETURN").expectStatus().isEqualTo(409);
    }

    private JsonNode calendarOf(String listing) {
        return Visitor.json(new Visitor(port).get("/api/v1/listings/" + listing + "/calendar"));
    }

    private List<PostingView> postingsOf(Lending lending) {
        return Objects.requireNonNull(ledger.postingsOfOrder(UUID.fromString(lending.rentalId))
                .collectList()
                .block());
    }

    /** What is left in the rental's escrow, in its deposit and on its way back. */
    private List<Long> balancesOf(Lending lending) {
        return List.of("ESCROW", "DEPOSIT", "REFUND_IN_TRANSIT").stream()
                .map(account -> postingsOf(lending).stream()
                        .filter(line -> line.account().equals(account))
                        .mapToLong(line -> line.amount().amount())
                        .sum())
                .toList();
    }

    private List<Visitor> people(String name, int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(number -> new Visitor(port).signUp(name))
                .toList();
    }
}
