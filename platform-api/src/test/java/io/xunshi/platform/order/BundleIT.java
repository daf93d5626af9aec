package io.xunshi.platform.order;

import static io.xunshi.platform.Races.race;
import static io.xunshi.platform.order.Bundled.each;
import static io.xunshi.platform.order.Bundled.priceOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.consignment.Shop;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.payment.PostingView;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.platform.vehicle.Car;
import io.xunshi.platform.vehicle.Vin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/**
 * Things of one seller that are bought together: one payment, one handover, and for each thing a purchase of its own.
 */
@PlatformTest
class BundleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> REASON = Map.of("reason", "不要了");

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private LedgerRepository ledger;

    @Test
    void whoTakesThreeThingsSeesEachPriceTheDiscountOneFeeForOneParcelAndTheTotal() {
        var seller = Bundled.seller(port);
        var things = Bundled.offered(seller);

        var quote = quote(things, "&province=41");

        assertThat(quote.at("/percent").intValue()).isEqualTo(10);
        assertThat(quote.at("/asked/amount").longValue()).isEqualTo(Bundled.ASKED);
        assertThat(quote.at("/discount/amount").longValue()).isEqualTo(Bundled.DISCOUNT);
        assertThat(amounts(quote.at("/things"), "/price")).hasSize(3).doesNotContain(0L);
        assertThat(sum(amounts(quote.at("/things"), "/price"))).isEqualTo(Bundled.PRICE);
        var shipping = quote.at("/sending/shipping/amount").longValue();
        assertThat(shipping)
                .isPositive()
                .isLessThan(3
                        * quote(things.subList(0, 1), "&province=41")
                                .at("/sending/shipping/amount")
                                .longValue());
        assertThat(quote.at("/total/amount").longValue()).isEqualTo(Bundled.PRICE + shipping);
    }

    @Test
    void onePaymentPaysForAllAndOneCodeHandsAllOver() {
        var bundle = Bundled.paid(port);
        var seen = bundle.seenBy(bundle.buyer);
        assertThat(OutsideWorld.heldFrom(bundle.intent())).isEqualTo(Bundled.PRICE);
        assertThat(seen.at("/total/amount").longValue()).isEqualTo(Bundled.PRICE);
        assertThat(sum(amounts(seen.at("/orders"), "/price"))).isEqualTo(Bundled.PRICE);

        bundle.doneBy(
                        bundle.seller,
                        "handover",
                        Map.of("pickupCode", seen.at("/pickupCode").asString()))
                .expectStatus()
                .isOk();

        assertThat(bundle.states()).containsOnly("COMPLETED");
        assertThat(bundle.parts).allMatch(part -> part.listingState().equals("SOLD"));
        var fees = sum(amounts(bundle.seenBy(bundle.seller).at("/orders"), "/fee"));
        assertThat(bundle.parts.getFirst().availableTo(bundle.seller)).isEqualTo(Bundled.PRICE - fees);
    }

    @Test
    void everyThingHasItsOwnBooksAndItsOwnRecordInTheLog() {
        var bundle = Bundled.paid(port);
        bundle.doneBy(bundle.buyer, "receipt-confirmation", Map.of())
                .expectStatus()
                .isOk();

        for (var part : bundle.parts) {
            var price = priceOf(part);
            assertThat(postingsOf(part)).contains(Money.fen(-price), Money.fen(price));
            assertThat(postingsOf(part).stream().mapToLong(Money::amount).sum()).isZero();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    each(Visitor.json(bundle.seller.get("/api/v1/receipts/" + part.code()))
                                            .at("/records")))
                            .hasSizeGreaterThanOrEqualTo(2));
        }
    }

    @Test
    void whatSeveralThingsDoTogetherIsToldOnce() {
        var bundle = Bundled.paid(port);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kinds(bundle.seller)).contains("ORDER_PAID"));

        assertThat(kinds(bundle.seller)).containsOnlyOnce("ORDER_PLACED", "ORDER_PAID");
        var told = each(Visitor.json(bundle.seller.get("/api/v1/my/notifications"))
                        .at("/items"))
                .stream()
                .filter(notice -> notice.at("/kind").asString().equals("ORDER_PAID"))
                .findFirst()
                .orElseThrow();
        assertThat(told.at("/parameters/bundleCount").asString()).isEqualTo("3");
        assertThat(told.at("/parameters/bundleId").asString()).isEqualTo(bundle.id);
    }

    @Test
    void oneThatIsGoneIsNamedAndNothingIsHeld() {
        var seller = Bundled.seller(port);
        var things = Bundled.offered(seller);
        var winner = Trade.placed(port, seller, things.get(1));

        var refusal = Refusals.problem(Bundled.place(new Visitor(port).signUp("晚来的"), things)
                .expectStatus()
                .isEqualTo(409));

        assertThat(refusal.at("/code").asString()).isEqualTo("bundle.not-available");
        assertThat(each(refusal.at("/gone")))
                .extracting(gone -> gone.at("/id").asString())
                .containsExactly(winner.listing());
        assertThat(listingState(things.get(0))).isEqualTo("PUBLISHED");
        assertThat(listingState(things.get(2))).isEqualTo("PUBLISHED");
        var rest = quote(things, "");
        assertThat(rest.at("/percent").intValue()).isZero();
        assertThat(rest.at("/things/1/hindrance").asString()).isEqualTo("GONE");
    }

    @Test
    void beforeItIsPaidTheBuyerCallsAllOfItOff() {
        var bundle = Bundled.placed(port);

        bundle.parts
                .getFirst()
                .doneBy(bundle.buyer, "cancellation", REASON)
                .expectStatus()
                .isOk();

        assertThat(bundle.states()).containsOnly("CANCELLED");
        assertThat(bundle.parts).allMatch(part -> part.listingState().equals("PUBLISHED"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(OutsideWorld.statusOf(bundle.intent())).isEqualTo("canceled"));
    }

    @Test
    void onceItIsPaidOneThingIsCalledOffAndTheOthersGoOn() {
        var bundle = Bundled.paid(port);
        var other = bundle.parts.get(1);
        var price = priceOf(other);

        other.doneBy(bundle.buyer, "cancellation", REASON).expectStatus().isOk();

        other.awaitState("CANCELLED");
        assertThat(OutsideWorld.heldFrom(bundle.intent())).isEqualTo(Bundled.PRICE - price);
        assertThat(other.listingState()).isEqualTo("PUBLISHED");
        assertThat(bundle.states()).containsExactly("PAID", "CANCELLED", "PAID");
        bundle.doneBy(bundle.buyer, "receipt-confirmation", Map.of())
                .expectStatus()
                .isOk();
        assertThat(bundle.states()).containsExactly("COMPLETED", "CANCELLED", "COMPLETED");
        other.doneBy(bundle.seller, "cancellation", REASON).expectStatus().isEqualTo(409);
        assertThat(OutsideWorld.heldFrom(bundle.intent())).isEqualTo(Bundled.PRICE - price);
    }

    @Test
    void calledOffThingByThingEverythingComesBackOnce() throws InterruptedException, ExecutionException {
        var bundle = Bundled.paid(port);

        var cancelled = race(bundle.parts.stream()
                .<Callable<ResponseSpec>>map(part -> () -> part.doneBy(bundle.buyer, "cancellation", REASON))
                .toList());

        assertThat(cancelled).containsOnly(200);
        bundle.awaitAll("CANCELLED");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(OutsideWorld.heldFrom(bundle.intent())).isZero());
        bundle.parts.forEach(part -> assertThat(
                        postingsOf(part).stream().mapToLong(Money::amount).sum())
                .isZero());
    }

    @Test
    void whatIsDamagedIsRefundedAndTheRestIsTheSellers() {
        var bundle = Bundled.paid(port);
        bundle.doneBy(bundle.seller, "handover", Map.of()).expectStatus().isOk();
        assertThat(bundle.states()).containsOnly("HANDED_OVER");
        var damaged = bundle.parts.getLast();
        var price = priceOf(damaged);
        var quarrel = Quarrel.opened(damaged, Quarrel.damaged(bundle.buyer, "REFUND_WITHOUT_RETURN"));

        bundle.doneBy(bundle.buyer, "receipt-confirmation", Map.of())
                .expectStatus()
                .isOk();
        bundle.seller
                .post("/api/v1/disputes/" + quarrel.id() + "/acceptance", Map.of("step", 1))
                .expectStatus()
                .isOk();

        damaged.awaitState("CANCELLED");
        quarrel.awaitState("CLOSED");
        assertThat(bundle.states()).containsExactly("COMPLETED", "COMPLETED", "CANCELLED");
        assertThat(OutsideWorld.heldFrom(bundle.intent())).isEqualTo(Bundled.PRICE - price);
        assertThat(damaged.availableTo(bundle.seller))
                .isLessThanOrEqualTo(Bundled.PRICE - price)
                .isPositive();
    }

    @Test
    void nobodyPaysAndAllIsOfferedAgainUntilALatePaymentTakesAllOfIt() {
        var bundle = Bundled.placed(port);
        timeIsUp(bundle);
        bundle.awaitAll("EXPIRED");
        assertThat(bundle.parts).allMatch(part -> part.listingState().equals("PUBLISHED"));

        bundle.pay();

        bundle.awaitAll("PAID");
        assertThat(OutsideWorld.heldFrom(bundle.intent())).isEqualTo(Bundled.PRICE);
    }

    @Test
    void aLatePaymentForABundleOfWhichOneThingIsGoneIsGivenBackWhole() {
        var late = Bundled.placed(port);
        timeIsUp(late);
        late.awaitAll("EXPIRED");
        var winner = Trade.placed(port, late.seller, late.parts.get(2).listing());

        late.pay();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(OutsideWorld.statusOf(late.intent())).isEqualTo("canceled"));
        assertThat(late.states()).containsOnly("EXPIRED");
        assertThat(late.parts.getFirst().listingState()).isEqualTo("PUBLISHED");
        assertThat(winner.state()).isEqualTo("AWAITING_PAYMENT");
    }

    @Test
    void whatIsNotHandedOverInTimeIsPaidBackWhole() {
        var bundle = Bundled.paid(port);

        timeIsUp(bundle);

        bundle.awaitAll("CANCELLED");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(OutsideWorld.heldFrom(bundle.intent())).isZero());
    }

    @Test
    void oneLabelSendsAllOfItAndTheCarrierIsPaidOnce() {
        var bundle = Bundled.sent(port);
        var shipping = bundle.seenBy(bundle.buyer).at("/shipping/amount").longValue();
        assertThat(shipping).isPositive();
        assertThat(Refusals.codeOf(bundle.parts.getFirst().doneBy(bundle.buyer, "cancellation", REASON)))
                .isEqualTo("bundle.sent-together");

        var parcel = Sending.labelled(bundle.parts.get(1));
        assertThat(bundle.parts)
                .extracting(part -> part.seen().at("/delivery/parcel/waybill").asString())
                .containsOnly(parcel.waybill);
        parcel.and("PICKED_UP");
        bundle.awaitAll("IN_TRANSIT");
        parcel.and("DELIVERED");
        bundle.awaitAll("DELIVERED");
        bundle.doneBy(bundle.buyer, "receipt-confirmation", Map.of())
                .expectStatus()
                .isOk();

        assertThat(bundle.states()).containsOnly("COMPLETED");
        var toCarrier = bundle.parts.stream()
                .flatMap(part -> postingViewsOf(part).stream())
                .filter(posting -> posting.account().equals("CARRIER_PAYABLE"))
                .mapToLong(posting -> posting.amount().amount())
                .sum();
        assertThat(toCarrier).isEqualTo(shipping);
    }

    @Test
    void aParcelThatWasNeverSentIsCalledOffWhole() {
        var bundle = Bundled.sent(port);
        Sending.labelled(bundle.parts.getFirst());

        bundle.doneBy(bundle.buyer, "cancellation", REASON).expectStatus().isOk();

        bundle.awaitAll("CANCELLED");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(OutsideWorld.heldFrom(bundle.intent())).isZero());
    }

    @Test
    void aCodeHandsNothingOverWhileACarAmongItIsNotTransferred() {
        var seller = Bundled.seller(port);
        var lamp = Bundled.offered(seller).getFirst();
        var car = Car.drafted(seller).stated(Vin.next(), List.of(Car.reading("2025-05-01", 50_000)));
        car.publish().expectStatus().isOk();
        var bundle = Bundled.placed(port, seller, List.of(lamp, car.listing()));
        bundle.pay();
        bundle.awaitAll("PAID");
        var code = bundle.seenBy(bundle.buyer).at("/pickupCode").asString();

        assertThat(Refusals.codeOf(bundle.doneBy(seller, "handover", Map.of("pickupCode", code))))
                .isEqualTo("order.transfer-not-confirmed");
        assertThat(bundle.states()).containsOnly("PAID");
        bundle.parts.stream()
                .filter(part -> part.seen().at("/listing/id").asString().equals(car.listing()))
                .forEach(part -> part.doneBy(bundle.buyer, "transfer-confirmation", Map.of())
                        .expectStatus()
                        .isOk());

        bundle.doneBy(seller, "handover", Map.of("pickupCode", code))
                .expectStatus()
                .isOk();
        assertThat(bundle.states()).containsOnly("COMPLETED");
    }

    @Test
    void aWrongCodeIsWrongForAllOfIt() {
        var bundle = Bundled.paid(port);
        var code = bundle.seenBy(bundle.buyer).at("/pickupCode").asString();
        var wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            bundle.parts
                    .get(i % 3)
                    .doneBy(bundle.seller, "handover", Map.of("pickupCode", wrong))
                    .expectStatus()
                    .isEqualTo(422);
        }

        assertThat(Refusals.codeOf(
                        bundle.parts.getLast().doneBy(bundle.seller, "handover", Map.of("pickupCode", code))))
                .isEqualTo("order.pickup-code-locked");
    }

    @Test
    void whereBundlesOverlapEachThingIsSoldOnceAndNoBundleIsHeldByHalf()
            throws InterruptedException, ExecutionException {
        var seller = Bundled.seller(port);
        var things = new ArrayList<>(Bundled.offered(seller));
        things.addAll(Bundled.offered(seller));
        var wanted = List.of(
                things.subList(0, 4),
                things.subList(2, 6).reversed(),
                List.of(things.get(5), things.get(0), things.get(3)),
                things.subList(1, 3));
        var buyers =
                wanted.stream().map(which -> new Visitor(port).signUp("抢购的")).toList();
        var single = new Visitor(port).signUp("只要一件的");
        var racers = new ArrayList<Callable<ResponseSpec>>();
        for (int i = 0; i < wanted.size(); i++) {
            var buyer = buyers.get(i);
            var which = wanted.get(i);
            racers.add(() -> Bundled.place(buyer, which));
        }
        racers.add(() -> single.post("/api/v1/orders", Map.of("listingId", things.get(2))));

        var answers = race(racers);

        assertThat(answers).isSubsetOf(201, 409).contains(201);
        var sold = new HashMap<String, Integer>();
        for (int i = 0; i < wanted.size(); i++) {
            var held = ordersOf(buyers.get(i));
            assertThat(held).hasSize(answers.get(i) == 201 ? wanted.get(i).size() : 0);
            held.forEach(listing -> sold.merge(listing, 1, Integer::sum));
        }
        ordersOf(single).forEach(listing -> sold.merge(listing, 1, Integer::sum));
        assertThat(sold.values()).containsOnly(1);
        assertThat(things)
                .allSatisfy(thing ->
                        assertThat(listingState(thing)).isEqualTo(sold.containsKey(thing) ? "RESERVED" : "PUBLISHED"));
    }

    @Test
    void ofAStockOnePieceIsInIt() {
        var seller = Bundled.seller(port);
        var things = List.of(
                Goods.stocked(seller, 5).at("/id").asString(),
                Goods.published(seller).at("/id").asString());

        var bundle = Bundled.placed(port, seller, things);

        assertThat(bundle.parts)
                .filteredOn(part -> part.listing().equals(things.getFirst()))
                .singleElement()
                .satisfies(
                        part -> assertThat(part.seen().at("/pieces").intValue()).isEqualTo(1));
        assertThat(Visitor.json(seller.get("/api/v1/listings/" + things.getFirst()))
                        .at("/left")
                        .intValue())
                .isEqualTo(4);
    }

    @Test
    void whatIsNotToBeBoughtWithOthersIsRefusedByName() {
        var seller = Bundled.seller(port);
        var lamp = Bundled.offered(seller).getFirst();
        var buyer = new Visitor(port).signUp("一起买的人");
        var chair = Goods.publish(seller, Goods.chair(seller, "GIVERS_CHOICE"))
                .at("/id")
                .asString();
        var stranger =
                Goods.published(new Visitor(port).signUp("另一位")).at("/id").asString();
        var shop = Shop.opened(database, port).openShift(50_000);
        var consigned = List.of(Shop.listingId(shop.takeIn()), Shop.listingId(shop.takeIn()));

        var gift = Refusals.problem(Bundled.place(buyer, List.of(lamp, chair)));
        assertThat(gift.at("/code").asString()).isEqualTo("bundle.not-for-sale");
        assertThat(gift.at("/detail").asString()).contains("餐椅一把");
        assertThat(Refusals.codeOf(Bundled.place(buyer, List.of(lamp, stranger))))
                .isEqualTo("bundle.several-sellers");
        assertThat(Refusals.codeOf(Bundled.place(buyer, List.of(lamp, lamp)))).isEqualTo("bundle.too-few");
        assertThat(Refusals.codeOf(Bundled.place(seller, Bundled.offered(seller))))
                .isEqualTo("order.own-listing");
        assertThat(Refusals.codeOf(Bundled.place(buyer, consigned))).isEqualTo("bundle.kept-at-point");
        assertThat(listingState(lamp)).isEqualTo("PUBLISHED");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "0, 0, 51", "10, 5, 20", "5, 10, 9"})
    void aDiscountThatIsNoneIsRefused(int fromTwo, int fromThree, int fromFive) {
        var seller = new Visitor(port).signUp("搬家的卖家");

        Bundled.discounted(seller, fromTwo, fromThree, fromFive).expectStatus().isEqualTo(400);
    }

    private JsonNode quote(List<String> things, String more) {
        return Visitor.json(
                new Visitor(port).get("/api/v1/bundle-quote?listing=" + String.join("&listing=", things) + more));
    }

    private String listingState(String listing) {
        return Visitor.json(new Visitor(port).get("/api/v1/listings/" + listing))
                .at("/state")
                .asString();
    }

    private static List<String> ordersOf(Visitor buyer) {
        return each(Visitor.json(buyer.get("/api/v1/my/orders")).at("/items")).stream()
                .map(order -> order.at("/listing/id").asString())
                .toList();
    }

    private static List<String> kinds(Visitor person) {
        return each(Visitor.json(person.get("/api/v1/my/notifications")).at("/items")).stream()
                .map(notice -> notice.at("/kind").asString())
                .toList();
    }

    private static List<Long> amounts(JsonNode things, String member) {
        return each(things).stream()
                .map(thing -> thing.at(member + "/amount").longValue())
                .toList();
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    private List<Money> postingsOf(Trade part) {
        return postingViewsOf(part).stream().map(PostingView::amount).toList();
    }

    private List<PostingView> postingViewsOf(Trade part) {
        return Objects.requireNonNull(ledger.postingsOfOrder(UUID.fromString(part.order()))
                .collectList()
                .block());
    }

    private void timeIsUp(Bundled bundle) {
        database.sql("update orders.purchase set deadline = now() - interval '1 s' where bundle_id = :id")
                .bind("id", UUID.fromString(bundle.id))
                .then()
                .block();
    }
}
