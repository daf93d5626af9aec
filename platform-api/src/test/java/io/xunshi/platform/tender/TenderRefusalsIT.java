package io.xunshi.platform.tender;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.Refusals.problem;
import static io.xunshi.platform.tender.Procurement.pick;
import static io.xunshi.platform.tender.Procurement.quoting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.tender.usecase.RunTenderTimers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What is refused about tenders, and what happens when several act at once. */
@PlatformTest
class TenderRefusalsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RunTenderTimers runTenderTimers;

    private Yard buyer;
    private Yard supplier;
    private JsonNode lot;
    private Procurement tender;

    @BeforeEach
    void aBuyerAsksForSixtyTonnes() {
        buyer = Yard.filed(database, port, "新密铝厂");
        supplier = Yard.filed(database, port, "巩义再生铝业").stocked(60_000);
        var terms = Yard.lot(50_000);
        terms.put("leastQuantity", 10_000_000);
        lot = Visitor.json(supplier.offer(supplier.owner(), terms));
        tender = Procurement.published(database, buyer, Procurement.twoLines());
    }

    @Test
    void ofTwoAwardsAtOnceOneIsMade() throws Exception {
        var quote = closedWithQuote();

        var statuses = Races.race(Stream.of(40_000L, 30_000L)
                .map(kilograms -> (Callable<ResponseSpec>) () -> tender.award(List.of(pick(quote, kilograms))))
                .toList());

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        assertThat(Visitor.json(buyer.owner().get(buyer.path("/deals"))).at("/items"))
                .hasSize(1);
    }

    @Test
    void aQuoteAtTheMomentOfTheCloseIsEitherComparedOrRefused() throws Exception {
        tender.closesInAMoment();
        var prices = LongStream.range(1_490_000, 1_490_008).boxed().toList();

        var statuses = Races.race(prices.stream()
                .map(fen -> (Callable<ResponseSpec>) () -> tender.quote(supplier, 1, lot, 40_000, fen))
                .toList());
        await().until(() -> {
            runTenderTimers.runDue().block();
            return !tender.seenBy(buyer.owner()).at("/opening").isNull();
        });

        assertThat(statuses).allMatch(status -> status == 200 || status == 409);
        var accepted = IntStream.range(0, prices.size())
                .filter(i -> statuses.get(i) == 200)
                .mapToObj(prices::get)
                .toList();
        var compared = tender.comparison().at("/lines/0/quotes");
        assertThat(compared).hasSize(accepted.isEmpty() ? 0 : 1);
        assertThat(compared)
                .allSatisfy(quote ->
                        assertThat(quote.at("/quote/price/amount").asLong()).isIn(accepted));
    }

    @Test
    void ofManyChangesOfOneQuoteNoneIsLost() throws Exception {
        var statuses = Races.race(Stream.of(1_500_000L, 1_490_000L, 1_480_000L)
                .map(fen -> (Callable<ResponseSpec>) () -> tender.quote(supplier, 1, lot, 40_000, fen))
                .toList());

        assertThat(statuses).containsOnly(200);
        var own = Visitor.json(supplier.owner().get(supplier.path("/tender-quotes/" + tender.id())));
        assertThat(own.at("/items")).hasSize(1);
        assertThat(own.at("/items/0/revision").asInt()).isEqualTo(3);
    }

    @Test
    void aLicenceThatEndsBetweenQuoteAndAwardStopsAllOfTheAward() {
        var quote = closedWithQuote();
        endLicenceOf(supplier);

        assertThat(codeOf(tender.award(List.of(pick(quote, 40_000))))).isEqualTo("organisation.licences-missing");
        assertThat(tender.seenBy(buyer.owner()).at("/state").asString()).isEqualTo("CLOSED");
        assertThat(Visitor.json(buyer.owner().get(buyer.path("/deals"))).at("/items"))
                .isEmpty();
    }

    @Test
    void whoHasNoLicenceNeitherPublishesNorQuotes() {
        var unlicensed = Procurement.drafted(database, buyer, Procurement.twoLines());
        endLicenceOf(buyer);
        endLicenceOf(supplier);

        assertThat(codeOf(unlicensed.publish())).isEqualTo("organisation.licences-missing");
        assertThat(codeOf(tender.quote(supplier, 1, lot, 40_000, 1_500_000)))
                .isEqualTo("organisation.licences-missing");
    }

    @Test
    void aLotThatWasChangedOrSoldAfterTheQuoteIsNotAwarded() {
        var quote = closedWithQuote();
        var other = new HashMap<>(Yard.lot(50_000));
        other.put("leastQuantity", 10_000_000);
        other.put("delivery", "TO_BUYER");
        supplier.owner()
                .put("/api/v1/lots/" + lot.at("/id").asString(), other, "\"1\"")
                .expectStatus()
                .isOk();

        assertThat(codeOf(tender.award(List.of(pick(quote, 40_000))))).isEqualTo("tender.lot-changed");
        supplier.owner()
                .post("/api/v1/lots/" + lot.at("/id").asString() + "/withdrawal", Map.of())
                .expectStatus()
                .isOk();
        assertThat(codeOf(tender.award(List.of(pick(quote, 40_000))))).isEqualTo("exchange.lot-not-offered");
        assertThat(tender.seenBy(buyer.owner()).at("/state").asString()).isEqualTo("CLOSED");
    }

    @Test
    void nobodyQuotesToThemselvesOrToWhomTheyControl() {
        database.sql("""
                        insert into organisation.member (organisation_id, person, roles, since)
                        select :supplier::uuid, person, '{OWNER}', now() from organisation.member
                        where organisation_id = :buyer::uuid
                        """)
                .bind("supplier", supplier.id())
                .bind("buyer", buyer.id())
                .then()
                .block();

        assertThat(codeOf(tender.quote(supplier, 1, lot, 40_000, 1_500_000))).isEqualTo("tender.one-control");
    }

    @Test
    void aQuoteIsOfAnOwnLotOfThatMaterialInPartsThatFit() {
        var others = Yard.filed(database, port, "别家").stocked(60_000);
        var papers = Procurement.published(
                database, buyer, Procurement.asking(List.of(Map.of("materialCode", "NF-CU", "quantity", 20_000_000))));

        tender.quote(others, 1, lot, 40_000, 1_500_000).expectStatus().isBadRequest();
        papers.quote(supplier, 1, lot, 20_000, 1_500_000).expectStatus().isBadRequest();
        tender.quote(supplier, 1, lot, 9_000, 1_500_000).expectStatus().isBadRequest();
        tender.quote(supplier, 1, lot, 51_000, 1_500_000).expectStatus().isBadRequest();
        tender.quote(supplier, 1, lot, 40_000, 0).expectStatus().isBadRequest();
        assertThat(codeOf(tender.quote(supplier, 3, lot, 40_000, 1_500_000))).isEqualTo("tender.not-found");
    }

    @Test
    void afterTheCloseNothingIsQuotedWithdrawnOrAnswered() {
        tender.quote(supplier, 1, lot, 40_000, 1_500_000).expectStatus().isOk();
        var question = tender.asked(supplier);
        tender.timeIsOver();

        assertThat(codeOf(tender.quote(supplier, 1, lot, 40_000, 1_400_000))).isEqualTo("tender.closed");
        assertThat(codeOf(supplier.owner()
                        .post(tender.path("/lines/1/quote-withdrawal"), Map.of("organisationId", supplier.id()))))
                .isEqualTo("tender.closed");
        assertThat(codeOf(tender.answer(question, "可以"))).isEqualTo("tender.closed");
        assertThat(codeOf(tender.ask(supplier, "还能报吗？"))).isEqualTo("tender.questions-over");
    }

    @Test
    void onlyTradersOfTheRightSideAct() {
        var weigher = supplier.member("WEIGHER");
        var quote = closedWithQuote();

        assertThat(codeOf(weigher.put(tender.path("/lines/1/quote"), quoting(supplier, lot, 40_000, 1_500_000))))
                .isEqualTo("organisation.role-missing");
        assertThat(codeOf(supplier.owner().get(tender.path("/comparison")))).isEqualTo("organisation.not-a-member");
        assertThat(codeOf(supplier.owner().post(tender.path("/awards"), Map.of("picks", List.of(pick(quote, 40_000))))))
                .isEqualTo("organisation.not-a-member");
        assertThat(codeOf(supplier.owner().post(tender.path("/cancellation"), Map.of("reason", "不要了不要了"))))
                .isEqualTo("organisation.not-a-member");
    }

    @Test
    void aTenderWithoutGoodsTimeOrKnownSuppliersIsNoTender() {
        var wrong = Procurement.asking(List.of(
                Map.of("materialCode", "NO-SUCH", "quantity", 1, "quality", Map.of("al_pct", Map.of("min", 95)))));
        wrong.put("closesAt", "2020-01-01T00:00:00Z");
        wrong.put("invited", List.of("914101000000000000"));

        var faults = problem(buyer.owner().post(buyer.path("/tenders"), wrong)).at("/errors");

        assertThat(faults)
                .extracting(fault -> fault.at("/field").asString())
                .contains("lines[0].materialCode", "closesAt", "awardBy", "invited");
    }

    private JsonNode closedWithQuote() {
        var quote = Visitor.json(tender.quote(supplier, 1, lot, 40_000, 1_500_000));
        tender.timeIsOver();
        runTenderTimers.runDue().block();
        return quote;
    }

    private void endLicenceOf(Yard yard) {
        database.sql("""
                        update organisation.licence set valid_to = current_date - 2
                        where organisation_id = :id::uuid and kind = 'POLICE_FILING'
                        """).bind("id", yard.id()).then().block();
    }
}
