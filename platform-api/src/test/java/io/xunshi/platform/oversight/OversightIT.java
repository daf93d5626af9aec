package io.xunshi.platform.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.consignment.Shop;
import io.xunshi.platform.custody.Heap;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.Giving;
import io.xunshi.platform.order.Lending;
import io.xunshi.platform.order.Quarrel;
import io.xunshi.platform.order.Swapping;
import io.xunshi.platform.order.Trade;
import io.xunshi.platform.purpose.Purposes;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
class OversightIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void aRegulatorOpensATradeFromEndToEnd() {
        var trade = Trade.completed(port);
        var regulator = regulator();

        var found = Visitor.json(regulator.get("/api/v1/oversight/trades?query=" + trade.code()));
        var opened = Visitor.json(
                regulator.get("/api/v1/oversight/trades/" + found.at("/0/id").asString()));

        assertThat(opened.at("/balanced").booleanValue()).isTrue();
        assertThat(opened.at("/postings").size()).isEqualTo(5);
        assertThat(opened.at("/steps").findValuesAsString("cause"))
                .containsExactly("ORDER_PLACED", "PAID_IN_TIME", "MONEY_IN_ESCROW", "BUYER_CONFIRMED_RECEIPT");
        assertThat(opened.at("/parties").findValuesAsString("maskedName")).allMatch(name -> name.endsWith("＊＊"));
        assertThat(opened.toString()).doesNotContain(trade.sellersContact(), "displayName", "owner");
    }

    @Test
    void aCancelledTradeTellsWhoCancelledAndTheirWords() {
        var trade = Trade.cancelledByBuyer(port, "买到别的了");
        var regulator = regulator();
        var found = Visitor.json(regulator.get("/api/v1/oversight/trades?query=" + trade.code()));

        var opened = Visitor.json(
                regulator.get("/api/v1/oversight/trades/" + found.at("/0/id").asString()));

        assertThat(opened.at("/steps/1/state").asString()).isEqualTo("CANCELLED");
        assertThat(opened.at("/steps/1/cause").asString()).isEqualTo("BUYER_CANCELLED");
        assertThat(opened.at("/steps/1/hasWords").booleanValue()).isTrue();
        assertThat(opened.at("/steps/0/hasWords").booleanValue()).isFalse();
        assertThat(opened.toString()).doesNotContain("买到别的了");

        var seen = Visitor.json(regulator.post(
                "/api/v1/oversight/trades/" + opened.at("/trade/id").asString() + "/parties",
                Map.of("purposeId", Purposes.declaredBy(regulator))));
        assertThat(seen.at("/words/1").asString()).isEqualTo("买到别的了");
        assertThat(seen.at("/words/0").asString()).isEmpty();
    }

    @Test
    void aTradeIsFoundByItsListingAndForAPurposeByItsParty() {
        var trade = Trade.completed(port);
        var regulator = regulator();
        var purpose = Purposes.declaredBy(regulator);

        var byListing = Visitor.json(regulator.get("/api/v1/oversight/trades?query=" + trade.listing()));
        var byParty = Visitor.json(regulator.post(
                "/api/v1/oversight/party-searches", Map.of("purposeId", purpose, "contact", trade.sellersContact())));

        assertThat(byListing.at("/0/code").asString()).isEqualTo(trade.code());
        assertThat(byParty.at("/0/code").asString()).isEqualTo(trade.code());
        assertThat(Visitor.json(regulator.get("/api/v1/oversight/trades?query=" + trade.sellersContact())))
                .isEmpty();
    }

    @Test
    void aRentalIsOnTheDeskWithBothSides() {
        var listing = Goods.lent(new Visitor(port).signUp("物主"));
        Lending.booked(new Visitor(port).signUp("租客"), listing);

        var opened = openedOf(listing.at("/id").asString());

        assertThat(opened.at("/trade/kind").asString()).isEqualTo("RENTAL");
        assertThat(opened.at("/parties").findValuesAsString("side")).containsExactlyInAnyOrder("TENANT", "OWNER");
        assertThat(opened.at("/steps").findValuesAsString("cause")).containsExactly("RENTAL_PLACED");
    }

    @Test
    void aSwapIsOnTheDeskWithEveryThingOfTheRing() {
        var swap = Swapping.proposed(new Visitor(port).signUp("甲方"), new Visitor(port).signUp("乙方"));

        var opened = Visitor.json(regulator().get("/api/v1/oversight/trades/" + swap.id()));

        assertThat(opened.at("/trade/goods").size()).isEqualTo(2);
        assertThat(opened.at("/parties").findValuesAsString("side")).containsExactly("SWAPPER", "SWAPPER");
        assertThat(opened.at("/steps/0/cause").asString()).isEqualTo("SWAP_PROPOSED");
    }

    @Test
    void aGiftIsOnTheDeskOnceItIsPromised() {
        var gift = Giving.by(new Visitor(port).signUp("送的人"), "FIRST_COME");
        var regulator = regulator();

        regulator.get("/api/v1/oversight/trades/" + gift.id()).expectStatus().isNotFound();
        gift.askedBy(new Visitor(port).signUp("要的人"));

        var opened = Visitor.json(regulator.get("/api/v1/oversight/trades/" + gift.id()));
        assertThat(opened.at("/parties").findValuesAsString("side")).containsExactlyInAnyOrder("GIVER", "RECEIVER");
        assertThat(opened.at("/trade/goods/0/price").isNull()).isTrue();
    }

    @Test
    void aCounterSaleIsOnTheDeskWithItsMoneyAndWithoutItsConsignor() {
        var shop = Shop.opened(database, port).openShift(0);
        var sale = Visitor.json(shop.sell(shop.takeIn().at("/items/0/code").asString()));

        var opened = openedOf(sale.at("/code").asString());

        assertThat(opened.at("/trade/kind").asString()).isEqualTo("COUNTER_SALE");
        assertThat(opened.at("/parties").findValuesAsString("side")).containsExactly("POINT");
        assertThat(opened.at("/postings").size()).isPositive();
        assertThat(opened.at("/balanced").booleanValue()).isTrue();
    }

    @Test
    void theDeskLooksAmongOneKindWhereItIsAskedTo() {
        var trade = Trade.completed(port);
        var regulator = regulator();

        var found = Visitor.json(regulator.get("/api/v1/oversight/trades?kind=RENTAL&query=" + trade.code()));

        assertThat(found.size()).isZero();
        regulator.get("/api/v1/oversight/trades?kind=THEFT").expectStatus().isBadRequest();
    }

    @Test
    void whatFindsNothingIsAnEmptyListAndNoError() {
        var regulator = regulator();

        for (var question : new String[] {
            "D000-0000-0000-0", "13999999999", UUID.randomUUID().toString(), "' or 1=1 --"
        }) {
            regulator
                    .get("/api/v1/oversight/trades?query={q}"
                            .replace("{q}", question.replace(" ", "%20").replace("'", "%27")))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.length()")
                    .isEqualTo(0);
        }
    }

    @Test
    void thePlansGrowthRatesAreHeldAgainstItsOwnNumbers() {
        var plan = Visitor.json(regulator().get("/api/v1/oversight/city-plan"));

        assertThat(plan.at("/indicators").size()).isEqualTo(14);
        assertThat(plan.at("/districts").size()).isEqualTo(16);
        assertThat(plan.at("/indicators/5/derived").decimalValue()).isEqualByComparingTo("21.68");
        assertThat(plan.at("/indicators/5/agreement").asString()).isEqualTo("DISAGREES");
        assertThat(plan.at("/indicators/7/derived").decimalValue()).isEqualByComparingTo("35.75");
        assertThat(plan.at("/indicators/7/agreement").asString()).isEqualTo("DISAGREES");
        assertThat(plan.at("/indicators/10/derived").decimalValue()).isEqualByComparingTo("74.19");
        assertThat(plan.at("/indicators/10/agreement").asString()).isEqualTo("ROUNDED");
        assertThat(plan.at("/printed")).isEqualTo(plan.at("/summed"));
    }

    @Test
    void aSavedQueryFindsADisputeWithoutItsPeopleAndTellsWhereTheLogProvesIt() {
        var trade = Trade.paid(port);
        Quarrel.opened(trade);
        var code = trade.code();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(findings(26)
                                .valueStream()
                                .filter(one -> one.at("/code").asString().equals(code)))
                        .singleElement()
                        .satisfies(one -> {
                            assertThat(one.at("/subject").asString()).isEqualTo(trade.order());
                            assertThat(one.at("/facts").findValuesAsString("name"))
                                    .contains("state", "reason", "overdue");
                            assertThat(one.at("/positions")).isNotEmpty();
                        }));
    }

    @Test
    void everySavedQueryAnswersAndAQuestionWithoutOneIsRefused() {
        for (var question : new int[] {2, 11, 17, 25, 26, 29}) {
            assertThat(findings(question).isArray()).as("question " + question).isTrue();
        }
        assertThat(Refusals.codeOf(regulator().get(pathOf(14)))).isEqualTo("oversight.no-such-query");
    }

    private JsonNode findings(int question) {
        return Visitor.json(regulator().get(pathOf(question)));
    }

    private static String pathOf(int question) {
        return "/api/v1/oversight/questions/" + question + "/findings?first=2020-01-01&last=2099-12-31";
    }

    @Test
    void whatIsRecoveredCountsWhereItsSiteLiesAndLeadsToItsBatch() {
        var heap = Heap.of(Yard.filed(database, port, "巩义回收"));
        var before = gramsOf("ZZ-GY");
        var batch = heap.received(1_500);

        assertThat(gramsOf("ZZ-GY") - before).isGreaterThanOrEqualTo(1_500_000);
        var events = Visitor.json(regulator()
                .get("/api/v1/oversight/city-plan/indicators/7/events?area=ZZ-GY&year=" + Yard.TODAY.getYear()));
        assertThat(events.findValuesAsString("code")).contains(batch.at("/code").asString());
        assertThat(Refusals.codeOf(regulator()
                        .get("/api/v1/oversight/city-plan/indicators/13/events?year=" + Yard.TODAY.getYear())))
                .isEqualTo("oversight.not-counted");
    }

    /** What was recovered in an area this year. */
    private long gramsOf(String area) {
        var board = Visitor.json(regulator().get("/api/v1/oversight/city-plan/board?year=" + Yard.TODAY.getYear()));
        assertThat(board.at("/tasks").size()).isEqualTo(26);
        return board.at("/counted")
                .valueStream()
                .filter(counted -> counted.at("/indicator").asInt() == 7)
                .flatMap(counted -> counted.at("/byArea").valueStream())
                .filter(figure -> figure.at("/area").asString().equals(area))
                .mapToLong(figure -> figure.at("/amount").asLong())
                .sum();
    }

    @Test
    void theDeskIsForRegulatorsOnly() {
        var resident = new Visitor(port).signUp("居民");

        for (var path : new String[] {"/trades", "/trades/" + UUID.randomUUID(), "/city-plan"}) {
            resident.get("/api/v1/oversight" + path).expectStatus().isForbidden();
            new Visitor(port).get("/api/v1/oversight" + path).expectStatus().isUnauthorized();
        }
    }

    /** The only trade that a question finds. */
    private JsonNode openedOf(String question) {
        var regulator = regulator();
        var found = Visitor.json(regulator.get("/api/v1/oversight/trades?query=" + question));
        assertThat(found.size()).isEqualTo(1);
        return Visitor.json(
                regulator.get("/api/v1/oversight/trades/" + found.at("/0/id").asString()));
    }

    private Visitor regulator() {
        return Officials.with(database, port, Role.RESIDENT, Role.REGULATOR);
    }
}
