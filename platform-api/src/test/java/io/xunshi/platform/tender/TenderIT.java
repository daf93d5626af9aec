package io.xunshi.platform.tender;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.tender.Procurement.pick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.tender.usecase.RunTenderTimers;
import io.xunshi.platform.trace.LogEntries;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** A tender from the draft to the deals. */
@PlatformTest
class TenderIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RunTenderTimers runTenderTimers;

    private Yard buyer;
    private Yard gongyi;
    private Yard dengfeng;
    private JsonNode gongyiLot;
    private JsonNode dengfengLot;

    @BeforeEach
    void twoYardsHaveOldExtrusions() {
        buyer = Yard.filed(database, port, "新密铝厂");
        gongyi = Yard.filed(database, port, "巩义再生铝业").stocked(60_000);
        dengfeng = Yard.filed(database, port, "登封物资回收").stocked(60_000);
        gongyiLot = Visitor.json(gongyi.offer(gongyi.owner(), parts(50_000, "INCLUDES_VAT_13")));
        dengfengLot = Visitor.json(dengfeng.offer(dengfeng.owner(), parts(50_000, "EXCLUDES_VAT")));
    }

    @Test
    void twoSuppliersQuoteTheBuyerComparesAndTakesOfBoth() {
        var tender = Procurement.published(database, buyer, Procurement.twoLines());
        var first = Visitor.json(tender.quote(gongyi, 1, gongyiLot, 40_000, 1_690_000));
        var second = Visitor.json(tender.quote(dengfeng, 1, dengfengLot, 30_000, 1_500_000));
        var other = Visitor.json(tender.quote(dengfeng, 2, dengfengLot, 20_000, 1_480_000));
        assertThat(codeOf(buyer.owner().get(tender.path("/comparison")))).isEqualTo("tender.still-sealed");
        tender.timeIsOver();

        runTenderTimers.runDue().block();

        var compared = tender.comparison();
        assertThat(compared.at("/lines/0/quotes"))
                .extracting(quote -> quote.at("/comparedPrice/amount").asLong())
                .containsExactly(1_495_575L, 1_500_000L);
        assertThat(compared.at("/lines/0/quotes/1/deviations/0/kind").asString())
                .isEqualTo("TAX");
        assertThat(compared.at("/lines/0/cheapest"))
                .extracting(part -> part.at("/quantity").asLong())
                .containsExactly(40_000_000L, 20_000_000L);

        tender.award(List.of(pick(first, 40_000), pick(second, 20_000), pick(other, 20_000)))
                .expectStatus()
                .isCreated();

        assertThat(tender.seenBy(new Visitor(port)).at("/state").asString()).isEqualTo("AWARDED");
        assertThat(Visitor.json(buyer.owner().get(buyer.path("/deals"))).at("/items"))
                .extracting(deal -> deal.at("/quantity").asLong())
                .containsExactlyInAnyOrder(40_000_000L, 20_000_000L, 20_000_000L);
        assertThat(remaining(gongyiLot)).isEqualTo(10_000_000);
        assertThat(remaining(dengfengLot)).isEqualTo(10_000_000);
        var own = Visitor.json(dengfeng.owner().get(dengfeng.path("/tender-quotes/" + tender.id())));
        assertThat(own.at("/items/0/result/rank").asInt()).isEqualTo(2);
        assertThat(own.at("/items/0/result/quantity").asLong()).isEqualTo(20_000_000);
        assertThat(own.at("/items/0/result/dealId").asString()).isNotEmpty();
    }

    @Test
    void whoQuotedIsOnTheRegulatorsDeskOnceQuotesAreOpen() {
        var tender = Procurement.published(database, buyer, Procurement.twoLines());
        tender.quote(gongyi, 1, gongyiLot, 40_000, 1_500_000).expectStatus().isOk();
        var desk = Officials.with(database, port, Role.RESIDENT, Role.REGULATOR);
        var path = "/api/v1/oversight/trades/" + tender.id();
        assertThat(Visitor.json(desk.get(path)).at("/parties").findValuesAsString("side"))
                .containsExactly("BUYER");

        tender.timeIsOver();
        runTenderTimers.runDue().block();

        var seen = Visitor.json(desk.get(path));
        assertThat(seen.at("/parties").findValuesAsString("side")).containsExactlyInAnyOrder("BUYER", "BIDDER");
        assertThat(seen.at("/steps").findValuesAsString("state")).containsExactly("PUBLISHED", "CLOSED");
    }

    @Test
    void whatWasPublishedQuotedAndAwardedStandsInTheLog() {
        var tender = Procurement.published(database, buyer, Procurement.twoLines());
        var published = tender.seenBy(new Visitor(port)).at("/publication");
        var quote = Visitor.json(tender.quote(gongyi, 1, gongyiLot, 40_000, 1_500_000));
        tender.timeIsOver();
        runTenderTimers.runDue().block();
        tender.award(List.of(pick(quote, 40_000))).expectStatus().isCreated();

        var seen = tender.seenBy(new Visitor(port));
        assertThat(published.at("/hash").asString())
                .isEqualTo(Sha256.of(published.at("/text").asString()));
        assertThat(seen.at("/opening/hash").asString())
                .isEqualTo(Sha256.of(tender.comparison().at("/quotesText").asString()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(String.join("\n", LogEntries.of(database, tender.id())))
                        .contains("tender.published", published.at("/hash").asString())
                        .contains("tender.closed", seen.at("/opening/hash").asString())
                        .contains("tender.awarded")
                        .doesNotContain(buyer.id(), gongyi.id()));
    }

    @Test
    void nobodyReadsAQuoteBeforeTheCloseAndTheDatabaseHasNone() {
        var tender = Procurement.published(database, buyer, Procurement.twoLines());
        tender.quote(gongyi, 1, gongyiLot, 40_000, 1_500_000).expectStatus().isOk();

        assertThat(tender.seenBy(buyer.owner()).at("/opening").isNull()).isTrue();
        assertThat(codeOf(dengfeng.owner().get(gongyi.path("/tender-quotes/" + tender.id()))))
                .isEqualTo("organisation.not-a-member");
        assertThat(sheetsOf(tender)).hasSize(1).noneMatch(sheet -> sheet.contains("1500000"));
    }

    @Test
    void aQuoteIsImprovedAndWithdrawnUntilTheClose() {
        var tender = Procurement.published(database, buyer, Procurement.twoLines());
        tender.quote(gongyi, 1, gongyiLot, 40_000, 1_500_000).expectStatus().isOk();

        var better = Visitor.json(tender.quote(gongyi, 1, gongyiLot, 50_000, 1_480_000));

        assertThat(better.at("/revision").asInt()).isEqualTo(2);
        tender.quote(dengfeng, 1, dengfengLot, 30_000, 1_400_000).expectStatus().isOk();
        dengfeng.owner()
                .post(tender.path("/lines/1/quote-withdrawal"), Map.of("organisationId", dengfeng.id()))
                .expectStatus()
                .isNoContent();
        tender.timeIsOver();
        runTenderTimers.runDue().block();
        assertThat(tender.comparison().at("/lines/0/quotes"))
                .extracting(quote -> quote.at("/quote/price/amount").asLong())
                .containsExactly(1_480_000L);
    }

    @Test
    void whoQuotedInVainIsToldTheirRank() {
        var tender = Procurement.published(database, buyer, Procurement.twoLines());
        var best = Visitor.json(tender.quote(gongyi, 1, gongyiLot, 50_000, 1_500_000));
        tender.quote(dengfeng, 1, dengfengLot, 30_000, 1_600_000).expectStatus().isOk();
        tender.timeIsOver();
        runTenderTimers.runDue().block();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(buyer)).contains("TENDER_TO_DECIDE 2"));

        tender.award(List.of(pick(best, 50_000))).expectStatus().isCreated();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(dengfeng)).contains("TENDER_LOST 2"));
        assertThat(told(gongyi)).noneMatch(kind -> kind.startsWith("TENDER_LOST"));
    }

    @Test
    void whatIsNotDecidedInTimeLapsesAndIsCountedForEverybody() {
        var tender = Procurement.published(database, buyer, Procurement.twoLines());
        tender.quote(gongyi, 1, gongyiLot, 40_000, 1_500_000).expectStatus().isOk();
        tender.timeIsOver();
        runTenderTimers.runDue().block();
        tender.decisionIsOver();
        runTenderTimers.runDue().block();
        var again = Procurement.published(database, buyer, Procurement.twoLines());
        again.quote(gongyi, 1, gongyiLot, 40_000, 1_500_000).expectStatus().isOk();
        again.timeIsOver();
        runTenderTimers.runDue().block();
        again.cancel("生产计划有变，本月不采购").expectStatus().isOk();

        var seen = again.seenBy(new Visitor(port));

        assertThat(tender.seenBy(new Visitor(port)).at("/state").asString()).isEqualTo("LAPSED");
        assertThat(seen.at("/endReason").asString()).isEqualTo("生产计划有变，本月不采购");
        assertThat(seen.at("/buyerRecord/lapsed").asInt()).isEqualTo(1);
        assertThat(seen.at("/buyerRecord/cancelled").asInt()).isEqualTo(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(gongyi)).contains("TENDER_ENDED "));
    }

    @Test
    void withoutAQuoteItLapsesAtTheCloseAndNobodyIsToBlame() {
        var tender = Procurement.published(database, buyer, Procurement.twoLines());
        tender.timeIsOver();

        runTenderTimers.runDue().block();

        var seen = tender.seenBy(new Visitor(port));
        assertThat(seen.at("/state").asString()).isEqualTo("LAPSED");
        assertThat(seen.at("/buyerRecord/lapsed").asInt()).isZero();
    }

    @Test
    void oneAsksAndAllReadTheAnswerButNotWhoAsked() {
        var tender = Procurement.published(database, buyer, Procurement.twoLines());
        var question = tender.asked(gongyi);

        tender.answer(question, "可以，每车不少于 10 吨。").expectStatus().isOk();

        var read = tender.seenBy(new Visitor(port)).at("/questions/0");
        assertThat(read.at("/answer").asString()).isEqualTo("可以，每车不少于 10 吨。");
        assertThat(read.toString()).doesNotContain(gongyi.id());
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(told(buyer)).contains("TENDER_ASKED ");
            assertThat(told(gongyi)).contains("TENDER_ANSWERED ");
        });
    }

    @Test
    void whatIsForThoseWhoWereInvitedIsNobodyElses() {
        var asked = Procurement.twoLines();
        asked.put("invited", List.of(gongyi.taxNumber()));
        var tender = Procurement.published(database, buyer, asked);

        assertThat(tender.seenBy(gongyi.owner()).at("/invited").isNull()).isTrue();
        assertThat(tender.seenBy(buyer.owner()).at("/invited/0/name").asString())
                .isEqualTo("巩义再生铝业");
        assertThat(codeOf(dengfeng.owner().get(tender.path("")))).isEqualTo("tender.not-found");
        assertThat(codeOf(new Visitor(port).get(tender.path("")))).isEqualTo("tender.not-found");
        assertThat(codeOf(tender.quote(dengfeng, 1, dengfengLot, 30_000, 1_500_000)))
                .isEqualTo("tender.not-found");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(gongyi)).contains("TENDER_INVITED "));
    }

    @Test
    void aDraftIsItsBuyersAloneAndCanBeChangedUntilItIsPublished() {
        var tender = Procurement.drafted(database, buyer, Procurement.twoLines());
        assertThat(codeOf(new Visitor(port).get(tender.path("")))).isEqualTo("tender.not-found");
        var changed = Procurement.twoLines();
        changed.put("title", "月度采购旧铝 改");

        buyer.owner().put(tender.path(""), changed, "\"1\"").expectStatus().isOk();
        assertThat(codeOf(buyer.owner().put(tender.path(""), changed, "\"1\""))).isEqualTo("http.stale");
        tender.publish().expectStatus().isOk();

        assertThat(codeOf(buyer.owner().put(tender.path(""), changed, "\"3\""))).isEqualTo("tender.wrong-state");
        assertThat(Visitor.json(new Visitor(port).get("/api/v1/tenders?material=" + Yard.OLD_EXTRUSIONS))
                        .at("/items"))
                .extracting(one -> one.at("/id").asString())
                .contains(tender.id());
    }

    private static Map<String, Object> parts(long kilograms, String tax) {
        var lot = new HashMap<>(Yard.lot(kilograms));
        lot.put("leastQuantity", 10_000_000);
        lot.put("tax", tax);
        lot.put("lastDay", Yard.TODAY.plusDays(30).toString());
        return lot;
    }

    private long remaining(JsonNode lot) {
        return Visitor.json(
                        new Visitor(port).get("/api/v1/lots/" + lot.at("/id").asString()))
                .at("/remaining")
                .asLong();
    }

    private static List<String> told(Yard yard) {
        return Visitor.json(yard.owner().get("/api/v1/my/notifications"))
                .at("/items")
                .valueStream()
                .map(notice -> notice.at("/kind").asString() + " "
                        + notice.at("/parameters/count").asString(""))
                .toList();
    }

    private List<String> sheetsOf(Procurement tender) {
        return database.sql("select encode(sheet_cipher, 'escape') as sheet from tender.quote where tender = :id::uuid")
                .bind("id", tender.id())
                .map(row -> String.valueOf(row.get("sheet", String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
