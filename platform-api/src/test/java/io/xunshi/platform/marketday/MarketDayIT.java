package io.xunshi.platform.marketday;

import static io.xunshi.platform.Races.race;
import static io.xunshi.platform.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.listing.Goods;
import io.xunshi.transparency.record.TradeRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A market day: stalls, the waiting list, the desk, and what is sold. */
@PlatformTest
class MarketDayIT {

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void everybodyFindsADayAndHowFarItIs() {
        var market = Market.announced(database, port, 3);

        var found = Visitor.json(new Visitor(port).get("/api/v1/market-days?district=ZZ-JS"));
        var near = Visitor.json(new Visitor(port).get("/api/v1/market-days?near=34.75,113.62"));

        assertThat(found)
                .filteredOn(day -> day.at("/id").asString().equals(market.id()))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.at("/free").intValue()).isEqualTo(3);
                    assertThat(day.at("/metres").longValue()).isZero();
                    assertThat(day.at("/organiser").asString()).isEqualTo("文化路街道办");
                });
        assertThat(near)
                .allSatisfy(day -> assertThat(day.at("/metres").isNumber()).isTrue());
    }

    @Test
    void onlyWhomAnAdministratorEnteredAnnouncesADay() {
        var market = Market.announced(database, port, 1);
        var stranger = Officials.with(database, port, Role.POINT_OPERATOR);

        assertThat(codeOf(stranger.post(Market.DESK + "/days", Market.plan(3))))
                .isEqualTo("marketday.not-an-organiser");
        assertThat(codeOf(market.administrator()
                        .post(
                                "/api/v1/market-organisers/" + market.organiser() + "/stewards",
                                Map.of("contact", market.resident().contact()))))
                .isEqualTo("marketday.not-a-member");
        market.administrator()
                .post(
                        "/api/v1/market-organisers/" + market.organiser() + "/stewards",
                        Map.of("contact", stranger.contact()))
                .expectStatus()
                .isNoContent();
        stranger.get(Market.DESK + "/days/" + market.id()).expectStatus().isOk();
    }

    @Test
    void hoursThatDoNotFollowEachOtherAreRefused() {
        var market = Market.announced(database, port, 1);
        var plan = Market.plan(3);
        plan.put("checkInUntil", plan.get("closesAt"));

        assertThat(codeOf(market.steward().post(Market.DESK + "/days", plan))).isEqualTo("marketday.bad-hours");
    }

    @Test
    void whoeverAppliesAfterTheLastStallWaitsAndMovesUp() {
        var market = Market.announced(database, port, 1);
        var first = market.holder();
        var second = market.holder();
        var third = market.holder();
        assertThat(first.stall().at("/number").intValue()).isEqualTo(1);
        assertThat(second.state()).isEqualTo("WAITING");
        assertThat(codeOf(market.apply(second.person()))).isEqualTo("marketday.has-a-stall");

        first.withdraw().expectStatus().isNoContent();

        assertThat(second.state()).isEqualTo("ASSIGNED");
        assertThat(second.now().at("/number").intValue()).isEqualTo(1);
        assertThat(second.notices()).containsExactly("STALL_ASSIGNED");
        assertThat(third.state()).isEqualTo("WAITING");
        assertThat(market.seenByEverybody().at("/waiting").intValue()).isEqualTo(1);
    }

    @Test
    void ofManyWhoApplyAtOnceNoMoreGetAStallThanThereAre() throws ExecutionException, InterruptedException {
        var market = Market.announced(database, port, 4);
        var people = IntStream.range(0, 12).mapToObj(n -> market.resident()).toList();

        var statuses = race(people.stream()
                .map(person -> (Callable<ResponseSpec>) () -> market.apply(person))
                .toList());

        assertThat(statuses).containsOnly(201);
        assertThat(market.atDesk()
                        .at("/stalls")
                        .valueStream()
                        .filter(stall -> stall.at("/number").isNumber()))
                .extracting(stall -> stall.at("/number").intValue())
                .containsExactly(1, 2, 3, 4);
        assertThat(market.seenByEverybody().at("/waiting").intValue()).isEqualTo(8);
    }

    @Test
    void theDeskReceivesAStallholderByTheCodeOnTheirPhone() {
        var market = Market.announced(database, port, 1);
        var holder = market.holder();
        var waiting = market.holder();

        assertThat(codeOf(market.checkIn("N000-0000-0000-1"))).isEqualTo("marketday.bad-code");
        market.checkIn(holder.code().toLowerCase(Locale.ROOT)).expectStatus().isOk();
        market.checkIn(holder.code()).expectStatus().isOk();

        assertThat(holder.state()).isEqualTo("CHECKED_IN");
        assertThat(codeOf(holder.withdraw())).isEqualTo("marketday.too-late-to-withdraw");
        assertThat(codeOf(market.checkIn(waiting.code()))).isEqualTo("marketday.no-free-stall");
        var other = Market.announced(database, port, 1);
        assertThat(codeOf(other.checkIn(waiting.code()))).isEqualTo("marketday.no-such-stall");
        assertThat(codeOf(other.steward().get(Market.DESK + "/days/" + market.id())))
                .isEqualTo("marketday.no-such-day");
    }

    @Test
    void theDeskKnowsAStallholderByNameAndNumberOnly() {
        var market = Market.announced(database, port, 2);
        var seller = market.seller();
        seller.sold();

        var desk = market.atDesk().toString();

        assertThat(desk).contains("老王旧书").doesNotContain(seller.person().contact(), seller.code(), "holder");
        assertThat(market.seenByEverybody().toString()).doesNotContain("老王旧书");
    }

    @Test
    void aStallWhoseHolderDoesNotComeIsGivenAway() {
        var market = Market.announced(database, port, 1);
        var absent = market.holder();
        var waiting = market.holder();

        market.letPass(Duration.ofMinutes(95));

        await().untilAsserted(() -> assertThat(waiting.state()).isEqualTo("ASSIGNED"));
        assertThat(absent.state()).isEqualTo("GIVEN_AWAY");
        assertThat(absent.notices()).containsExactly("STALL_GIVEN_AWAY");
        assertThat(waiting.notices()).containsExactly("STALL_ASSIGNED");
        assertThat(codeOf(market.checkIn(absent.code()))).isEqualTo("marketday.no-free-stall");
        waiting.withdraw().expectStatus().isNoContent();
        market.checkIn(absent.code()).expectStatus().isOk();
        assertThat(absent.state()).isEqualTo("CHECKED_IN");
        assertThat(market.report().at("/figures/noShows").intValue()).isZero();
    }

    @Test
    void aCancelledDayTellsEverybodyWhoWouldHaveCome() {
        var market = Market.announced(database, port, 1);
        var holder = market.holder();
        var waiting = market.holder();

        market.cancel().expectStatus().isOk();
        market.cancel().expectStatus().isOk();

        assertThat(holder.notices()).containsExactly("MARKET_DAY_CANCELLED");
        assertThat(waiting.notices()).containsExactly("MARKET_DAY_CANCELLED");
        assertThat(holder.state()).isEqualTo("CANCELLED");
        assertThat(codeOf(market.apply(market.resident()))).isEqualTo("marketday.day-is-cancelled");
        assertThat(market.seenByEverybody().at("/cancelled").asString()).isEqualTo("暴雨预警");
    }

    @Test
    void aDayThatHasBegunIsNotCancelled() {
        var market = Market.announced(database, port, 1);
        market.seller();

        assertThat(codeOf(market.cancel())).isEqualTo("marketday.day-has-begun");
    }

    @Test
    void nobodySellsBeforeTheyAreThere() {
        var holder = Market.announced(database, port, 1).holder();

        assertThat(codeOf(holder.sell(UUID.randomUUID().toString(), Market.toy(500, "CASH"))))
                .isEqualTo("marketday.not-checked-in");
    }

    @Test
    void aSaleThatIsSentAgainIsOneSale() throws ExecutionException, InterruptedException {
        var seller = Market.announced(database, port, 1).seller();
        var id = UUID.randomUUID().toString();
        var sale = Market.toy(500, "CASH");

        var statuses = race(IntStream.range(0, 6)
                .mapToObj(n -> (Callable<ResponseSpec>) () -> seller.sell(id, sale))
                .toList());

        assertThat(statuses).containsOnly(200);
        assertThat(seller.report().at("/cash/amount").longValue()).isEqualTo(500);
        assertThat(codeOf(seller.sell(id, Market.toy(600, "CASH")))).isEqualTo("marketday.sale-id-taken");
        assertThat(codeOf(Market.announced(database, port, 1).seller().sell(id, sale)))
                .isEqualTo("marketday.sale-id-taken");
    }

    @Test
    void aListedThingIsSoldAtTheStallOrOnlineAndNeverBoth() throws ExecutionException, InterruptedException {
        var seller = Market.announced(database, port, 1).seller();
        var listing = Goods.published(seller.person()).at("/id").asString();
        var buyer = new Visitor(port).signUp("线上买家");
        var id = UUID.randomUUID().toString();

        var statuses = race(List.of(
                () -> seller.sell(id, Market.listed(listing, 20_000)),
                () -> buyer.post("/api/v1/orders", Map.of("listingId", listing))));

        assertThat(statuses).filteredOn(status -> status < 300).hasSize(1);
        assertThat(statuses).contains(409);
        assertThat(Visitor.json(buyer.get("/api/v1/listings/" + listing))
                        .at("/state")
                        .asString())
                .isEqualTo("RESERVED");
    }

    @Test
    void aCancelledSaleStaysInTheListAndOffersTheThingAgain() {
        var seller = Market.announced(database, port, 1).seller();
        var listing = Goods.published(seller.person()).at("/id").asString();
        var id = UUID.randomUUID().toString();
        seller.sell(id, Market.listed(listing, 20_000)).expectStatus().isOk();

        seller.cancel(id).expectStatus().isOk();
        seller.cancel(id).expectStatus().isOk();

        assertThat(seller.report().at("/total/amount").longValue()).isZero();
        assertThat(seller.report().at("/cancelled").intValue()).isEqualTo(1);
        assertThat(Visitor.json(seller.person().get(Market.STALLS + "/" + seller.id() + "/sales")))
                .singleElement()
                .satisfies(sale -> assertThat(sale.at("/cancelledAt").isNull()).isFalse());
        new Visitor(port)
                .signUp("线上买家")
                .post("/api/v1/orders", Map.of("listingId", listing))
                .expectStatus()
                .isCreated();
        assertThat(postings(id)).containsExactlyInAnyOrder(-20_000L, 20_000L, -20_000L, 20_000L);
    }

    @Test
    void whatNeedsALookIsNotSoldWithoutAListing() {
        var seller = Market.announced(database, port, 1).seller();
        var id = UUID.randomUUID().toString();

        assertThat(codeOf(seller.sell(id, Market.unlisted("mobile-phone", 50_000, "CODE"))))
                .isEqualTo("marketday.device-needs-listing");
        assertThat(codeOf(seller.sell(id, Market.unlisted("toy", 200_001, "CODE"))))
                .isEqualTo("marketday.bad-amount");
        assertThat(codeOf(seller.sell(id, Market.unlisted("baby", 500, "CASH"))))
                .isEqualTo("http.invalid");
        var word = Market.toy(500, "CASH");
        word.put("word", "象牙手镯");
        assertThat(codeOf(seller.sell(id, word))).isEqualTo("regulation.refused");
        var others = Goods.published(new Visitor(port).signUp("别人")).at("/id").asString();
        assertThat(codeOf(seller.sell(id, Market.listed(others, 500)))).isEqualTo("marketday.no-such-listing");
    }

    @Test
    void theReportAddsUpWhatWasSold() {
        var market = Market.announced(database, port, 3);
        var seller = market.seller();
        var other = market.seller();
        market.holder();
        seller.sold();
        other.sell(UUID.randomUUID().toString(), Market.toy(1_500, "CODE"))
                .expectStatus()
                .isOk();
        other.sell(UUID.randomUUID().toString(), Market.unlisted("fiction", 300, "CASH"))
                .expectStatus()
                .isOk();

        var report = market.report();

        assertThat(report.at("/figures/used").intValue()).isEqualTo(2);
        assertThat(report.at("/figures/takings/items").intValue()).isEqualTo(3);
        assertThat(report.at("/figures/takings/cash/amount").longValue()).isEqualTo(800);
        assertThat(report.at("/figures/takings/code/amount").longValue()).isEqualTo(1_500);
        assertThat(report.at("/figures/takings/categories/0/category").asString())
                .isEqualTo("toy");
        assertThat(seller.report().at("/total/amount").longValue()).isEqualTo(500);
        var csv = text(market.steward().get(Market.DESK + "/days/" + market.id() + "/report.csv"));
        assertThat(csv).contains("toy,2,500,1500,2000", "total,3,800,1500,2300", "3,2,0,0,0");
    }

    @Test
    void whenTheBooksCloseSalesAreSealedAndStay() {
        var market = Market.announced(database, port, 1);
        var seller = market.seller();
        var listing = Goods.published(seller.person()).at("/id").asString();
        var listed = UUID.randomUUID().toString();
        seller.sell(listed, Market.listed(listing, 20_000)).expectStatus().isOk();
        var mistaken = seller.sold();
        seller.cancel(mistaken).expectStatus().isOk();
        var unlisted = seller.sold();

        market.letPass(Duration.ofHours(18));

        await().untilAsserted(() -> assertThat(sealed(market)).hasSize(2));
        var records = sealed(market).stream()
                .map(entry -> TradeRecord.read(entry.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(records)
                .extracting(TradeRecord::step)
                .containsExactlyInAnyOrder(TradeRecord.Step.STALL_SOLD, TradeRecord.Step.STALL_SOLD_UNLISTED);
        assertThat(records).allSatisfy(record -> assertThat(record.district()).isEqualTo("ZZ-JS"));
        assertThat(Visitor.json(new Visitor(port).get("/api/v1/listings/" + listing))
                        .at("/state")
                        .asString())
                .isEqualTo("SOLD");
        assertThat(codeOf(seller.cancel(unlisted))).isEqualTo("marketday.books-closed");
        assertThat(codeOf(seller.sell(UUID.randomUUID().toString(), Market.toy(500, "CASH"))))
                .isEqualTo("marketday.books-closed");
        await().untilAsserted(() -> new Visitor(port)
                .get("/api/v1/receipts/" + records.getFirst().order())
                .expectStatus()
                .isOk());
    }

    @Test
    void aRegulatorSeesACancelledSaleWithItsPostings() {
        var seller = Market.announced(database, port, 1).seller();
        var sale = seller.sold();
        seller.cancel(sale).expectStatus().isOk();
        var regulator = Officials.with(database, port, Role.REGULATOR);

        var opened = Visitor.json(regulator.get("/api/v1/oversight/trades/" + sale));

        assertThat(opened.at("/trade/kind").asString()).isEqualTo("STALL_SALE");
        assertThat(opened.at("/trade/state").asString()).isEqualTo("CANCELLED");
        assertThat(opened.toString()).contains("RECORDED_WRONGLY", "STALL_TAKINGS");
    }

    @Test
    void nothingOfAStallExistsForAnotherPerson() {
        var market = Market.announced(database, port, 2);
        var seller = market.seller();
        var sale = seller.sold();
        var other = market.seller().person();
        var path = Market.STALLS + "/" + seller.id();

        assertThat(codeOf(other.get(path))).isEqualTo("marketday.no-such-stall");
        assertThat(codeOf(other.get(path + "/sales"))).isEqualTo("marketday.no-such-stall");
        assertThat(codeOf(other.get(path + "/report"))).isEqualTo("marketday.no-such-stall");
        assertThat(codeOf(other.post(path + "/sales/" + sale + "/cancellation", Map.of())))
                .isEqualTo("marketday.no-such-stall");
    }

    private List<Long> postings(String sale) {
        return database.sql("""
                        select posting.amount from payment.posting
                        join payment.journal_entry on journal_entry.entry_id = posting.entry_id
                        where journal_entry.order_id = :sale
                        """)
                .bind("sale", UUID.fromString(sale))
                .map((row, metadata) -> Objects.requireNonNull(row.get("amount", Long.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private List<String> sealed(Market market) {
        return database.sql("""
                        select bytes from trace.entry
                        where position is not null and strpos(convert_from(bytes, 'UTF8'), :code) > 0
                        """)
                .bind("code", market.code())
                .map((row, metadata) ->
                        new String(Objects.requireNonNull(row.get("bytes", byte[].class)), StandardCharsets.UTF_8))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static String text(ResponseSpec answer) {
        return new String(
                Objects.requireNonNull(
                        answer.expectBody(byte[].class).returnResult().getResponseBody()),
                StandardCharsets.UTF_8);
    }
}
