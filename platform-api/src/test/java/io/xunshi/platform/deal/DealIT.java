package io.xunshi.platform.deal;

import static io.xunshi.platform.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.deal.usecase.RunDealTimers;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.kernel.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Deals over scrap lots, from the first word to the second signature. */
@PlatformTest
class DealIT {
    private static final long TONNE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RunDealTimers runDealTimers;

    private Yard seller;
    private Yard buyer;
    private JsonNode lot;

    @BeforeEach
    void aYardOffersTwentyEightTonnesInPartsOfTen() {
        seller = Yard.filed(database, port, "巩义再生铝业").stocked(30 * TONNE);
        buyer = Yard.filed(database, port, "新密铝厂");
        var terms = Yard.lot(28 * TONNE);
        terms.put("leastQuantity", 10_000_000);
        lot = Visitor.json(seller.offer(seller.owner(), terms));
    }

    @Test
    void aPartIsBoughtAtThePriceOfTheLotAndLeavesTheStockWhenBothHaveSigned() {
        var deal = Visitor.json(buy(buyer, 10 * TONNE));

        assertThat(deal.at("/state").asString()).isEqualTo("AGREED");
        assertThat(deal.at("/value/amount").asLong()).isEqualTo(15_600_000);
        assertThat(remaining()).isEqualTo(18 * TONNE);
        assertThat(deal.at("/contractText").asString())
                .contains("巩义再生铝业", "新密铝厂", "旧铝型材(门窗)", "10.000 吨", "15600.00 元/吨", "156000.00 元");
        assertThat(deal.at("/contractHash").asString())
                .isEqualTo(Sha256.of(deal.at("/contractText").asString()));

        sign(seller, deal).expectStatus().isCreated();
        assertThat(seller.stock()).containsExactly(30 * TONNE, 28 * TONNE, 2 * TONNE);
        var signed = Visitor.json(sign(buyer, deal));

        assertThat(signed.at("/state").asString()).isEqualTo("SIGNED");
        assertThat(signed.at("/signatures")).hasSize(2);
        assertThat(seller.stock()).containsExactly(20 * TONNE, 18 * TONNE, 2 * TONNE);
        assertThat(stateOfLot()).isEqualTo("OFFERED");
        assertThat(codeOf(sign(buyer, deal))).isEqualTo("deal.not-to-sign");
    }

    @Test
    void aSignedContractStandsInTheLogAndTellsNobodyOfWhat() {
        var deal = Visitor.json(buy(buyer, 10 * TONNE));
        sign(seller, deal).expectStatus().isCreated();
        sign(buyer, deal).expectStatus().isCreated();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(recordsOf(deal)).hasSize(1));
        assertThat(recordsOf(deal).getFirst())
                .contains("\"t\":\"deal.signed\"", "\"priceFen\":0,", Yard.OLD_EXTRUSIONS)
                .doesNotContain(
                        seller.id(), buyer.id(), deal.at("/contractHash").asString());
    }

    @Test
    void twoSidesComeToTermsByWordsThatBind() {
        var proposal = Visitor.json(propose(buyer, 28 * TONNE, 1_480_000));
        var path = "/api/v1/lot-proposals/" + proposal.at("/id").asString();
        assertThat(proposal.at("/toAnswer").asString()).isEqualTo("SELLER");
        assertThat(codeOf(buyer.owner().post(path + "/acceptance", Map.of()))).isEqualTo("deal.not-your-turn");

        var countered = Visitor.json(seller.owner().post(path + "/counter-proposals", word(28 * TONNE, 1_530_000)));

        assertThat(countered.at("/words")).hasSize(2);
        assertThat(countered.at("/toAnswer").asString()).isEqualTo("BUYER");
        var deal = Visitor.json(buyer.owner().post(path + "/acceptance", Map.of()));
        assertThat(deal.at("/price/amount").asLong()).isEqualTo(1_530_000);
        assertThat(stateOfLot()).isEqualTo("PROMISED");
        assertThat(codeOf(seller.owner().post(path + "/refusal", Map.of()))).isEqualTo("deal.proposal-closed");
        sign(buyer, deal).expectStatus().isCreated();
        sign(seller, deal).expectStatus().isCreated();
        assertThat(stateOfLot()).isEqualTo("SOLD");
        assertThat(seller.stock()).containsExactly(2 * TONNE, 0L, 2 * TONNE);
    }

    @Test
    void theOtherSideIsToldOfEveryWord() {
        propose(buyer, 28 * TONNE, 1_480_000).expectStatus().isCreated();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kindsToldTo(seller)).contains("LOT_PROPOSED"));
    }

    @Test
    void aBuyerSaysOneThingAboutALotAtATime() {
        propose(buyer, 28 * TONNE, 1_480_000).expectStatus().isCreated();

        assertThat(codeOf(propose(buyer, 10 * TONNE, 1_500_000))).isEqualTo("deal.proposal-closed");
    }

    @Test
    void ofManyWhoBuyTheLastTonnesAtOnceOneHasThem() throws Exception {
        var buyers = IntStream.range(0, 6)
                .mapToObj(i -> Yard.filed(database, port, "买家" + i))
                .toList();

        var statuses = Races.race(buyers.stream()
                .map(one -> (Callable<ResponseSpec>) () -> buy(one, 28 * TONNE))
                .toList());

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(remaining()).isZero();
        assertThat(seller.stock()).containsExactly(30 * TONNE, 28 * TONNE, 2 * TONNE);
    }

    @Test
    void whatIsNotSignedInTimeIsOfferedAgainOnce() {
        var deal = Visitor.json(buy(buyer, 28 * TONNE));
        sign(seller, deal).expectStatus().isCreated();
        database.sql("update deal.deal set sign_by = now() - interval '1 minute' where id = :id::uuid")
                .bind("id", deal.at("/id").asString())
                .then()
                .block();

        runDealTimers.runDue().block();
        runDealTimers.runDue().block();

        assertThat(codeOf(sign(buyer, deal))).isEqualTo("deal.not-to-sign");
        assertThat(Visitor.json(buyer.owner()
                                .get("/api/v1/deals/" + deal.at("/id").asString()))
                        .at("/state")
                        .asString())
                .isEqualTo("LAPSED");
        assertThat(stateOfLot()).isEqualTo("OFFERED");
        assertThat(remaining()).isEqualTo(28 * TONNE);
        assertThat(seller.stock()).containsExactly(30 * TONNE, 28 * TONNE, 2 * TONNE);
    }

    @Test
    void whatFallsThroughAfterTheLotWasTakenBackIsFreeInTheStock() {
        var deal = Visitor.json(buy(buyer, 10 * TONNE));
        seller.owner()
                .post("/api/v1/lots/" + lot.at("/id").asString() + "/withdrawal", Map.of())
                .expectStatus()
                .isOk();
        assertThat(seller.stock()).containsExactly(30 * TONNE, 10 * TONNE, 20 * TONNE);
        database.sql("update deal.deal set sign_by = now() - interval '1 minute' where id = :id::uuid")
                .bind("id", deal.at("/id").asString())
                .then()
                .block();

        runDealTimers.runDue().block();

        assertThat(seller.stock()).containsExactly(30 * TONNE, 0L, 30 * TONNE);
    }

    @Test
    void aLicenceThatEndsBetweenDealAndSignatureStopsTheSignature() {
        var deal = Visitor.json(buy(buyer, 10 * TONNE));
        database.sql("""
                        update organisation.licence set valid_to = current_date - 2
                        where organisation_id = :id::uuid and kind = 'POLICE_FILING'
                        """).bind("id", buyer.id()).then().block();

        assertThat(codeOf(sign(buyer, deal))).isEqualTo("organisation.licences-missing");
        assertThat(Visitor.json(buyer.owner()
                                .get("/api/v1/deals/" + deal.at("/id").asString()))
                        .at("/signatures"))
                .isEmpty();
    }

    @Test
    void nobodyBuysAtAPriceThatChangedWhileTheyLooked() {
        var terms = Yard.lot(28 * TONNE);
        terms.put("price", Map.of("amount", 1_700_000, "currency", "CNY"));
        seller.owner()
                .put("/api/v1/lots/" + lot.at("/id").asString(), terms, "\"1\"")
                .expectStatus()
                .isOk();

        assertThat(codeOf(buy(buyer, 28 * TONNE))).isEqualTo("deal.lot-changed");
    }

    @Test
    void aWordIsOfTheLotAsItWasSaid() {
        var proposal =
                Visitor.json(propose(buyer, 28 * TONNE, 1_480_000)).at("/id").asString();
        seller.owner()
                .put("/api/v1/lots/" + lot.at("/id").asString(), Yard.lot(20 * TONNE), "\"1\"")
                .expectStatus()
                .isOk();

        assertThat(codeOf(seller.owner().post("/api/v1/lot-proposals/" + proposal + "/acceptance", Map.of())))
                .isEqualTo("deal.lot-changed");
    }

    @Test
    void aPartThatIsTooSmallOrMoreThanIsLeftIsRefused() {
        buy(buyer, 9 * TONNE).expectStatus().isBadRequest();
        buy(buyer, 29 * TONNE).expectStatus().isBadRequest();
        assertThat(remaining()).isEqualTo(28 * TONNE);
    }

    @Test
    void organisationsWithAnOwnerInCommonDoNotTrade() {
        database.sql("""
                        insert into organisation.member (organisation_id, person, roles, since)
                        select :buyer::uuid, person, '{OWNER}', now() from organisation.member
                        where organisation_id = :seller::uuid
                        """)
                .bind("buyer", buyer.id())
                .bind("seller", seller.id())
                .then()
                .block();

        assertThat(codeOf(buy(buyer, 10 * TONNE))).isEqualTo("deal.one-control");
        assertThat(codeOf(propose(buyer, 10 * TONNE, 1_500_000))).isEqualTo("deal.one-control");
    }

    @Test
    void aSignatureTakesThePasswordTheTextAndTheRightSide() {
        var deal = Visitor.json(buy(buyer, 10 * TONNE));

        assertThat(codeOf(sign(
                        buyer, deal, "falsch falsch", deal.at("/contractHash").asString())))
                .isEqualTo("identity.password-wrong");
        assertThat(codeOf(sign(buyer, deal, Visitor.PASSWORD, "0".repeat(64)))).isEqualTo("deal.other-text");
        var weigher = buyer.member("WEIGHER");
        assertThat(codeOf(weigher.post(
                        "/api/v1/deals/" + deal.at("/id").asString() + "/signatures",
                        signing(buyer, deal.at("/contractHash").asString(), Visitor.PASSWORD))))
                .isEqualTo("organisation.role-missing");
        var others = Yard.filed(database, port, "别家");
        assertThat(codeOf(sign(others, deal))).isEqualTo("deal.deal-not-found");
        assertThat(codeOf(others.owner().get("/api/v1/deals/" + deal.at("/id").asString())))
                .isEqualTo("deal.deal-not-found");
    }

    @Test
    void whatIsBetweenOthersIsNobodyElses() {
        var id = Visitor.json(propose(buyer, 28 * TONNE, 1_480_000)).at("/id").asString();
        var others = Yard.filed(database, port, "别家");

        assertThat(codeOf(others.owner().post("/api/v1/lot-proposals/" + id + "/acceptance", Map.of())))
                .isEqualTo("deal.proposal-not-found");
        assertThat(codeOf(others.owner().get(buyer.path("/lot-proposals")))).isEqualTo("organisation.not-a-member");
        assertThat(Visitor.json(buyer.owner().get(buyer.path("/lot-proposals"))).at("/items"))
                .hasSize(1);
    }

    private ResponseSpec buy(Yard who, long kilograms) {
        return who.owner()
                .post(
                        "/api/v1/lots/" + lot.at("/id").asString() + "/purchases",
                        Map.of("organisationId", who.id(), "lotTerms", 1, "quantity", kilograms * 1_000));
    }

    private ResponseSpec propose(Yard who, long kilograms, long fen) {
        return who.owner()
                .post(
                        "/api/v1/lots/" + lot.at("/id").asString() + "/proposals",
                        Map.of(
                                "organisationId", who.id(),
                                "quantity", kilograms * 1_000,
                                "price", Map.of("amount", fen, "currency", "CNY")));
    }

    private static Map<String, Object> word(long kilograms, long fen) {
        return Map.of("quantity", kilograms * 1_000, "price", Map.of("amount", fen, "currency", "CNY"));
    }

    private static ResponseSpec sign(Yard who, JsonNode deal) {
        return sign(who, deal, Visitor.PASSWORD, deal.at("/contractHash").asString());
    }

    private static ResponseSpec sign(Yard who, JsonNode deal, String password, String hash) {
        return who.owner()
                .post("/api/v1/deals/" + deal.at("/id").asString() + "/signatures", signing(who, hash, password));
    }

    private static Map<String, Object> signing(Yard who, String hash, String password) {
        return Map.of("organisationId", who.id(), "contractHash", hash, "password", password);
    }

    private long remaining() {
        return seen().at("/remaining").asLong() / 1_000;
    }

    private String stateOfLot() {
        return seen().at("/state").asString();
    }

    private JsonNode seen() {
        return Visitor.json(
                new Visitor(port).get("/api/v1/lots/" + lot.at("/id").asString()));
    }

    private static List<String> kindsToldTo(Yard yard) {
        return Visitor.json(yard.owner().get("/api/v1/my/notifications"))
                .at("/items")
                .valueStream()
                .map(notice -> notice.at("/kind").asString())
                .toList();
    }

    private List<String> recordsOf(JsonNode deal) {
        return database.sql("select convert_from(bytes, 'UTF8') as record from trace.entry where order_id = :id::uuid")
                .bind("id", deal.at("/id").asString())
                .map(row -> String.valueOf(row.get("record", String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
