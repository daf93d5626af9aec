package io.xunshi.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.order.Trade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class GradingIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Visitor seller;

    @BeforeEach
    void somebodyHasATabletToSell() {
        seller = new Visitor(port).signUp("卖家");
    }

    @Test
    void whatTheSellerAnsweredStandsOnTheListing() {
        var listing = Goods.publish(seller, tablet());

        new Visitor(port)
                .get("/api/v1/listings/" + listing.at("/id").asString())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.report.checklist")
                .isEqualTo("phone")
                .jsonPath("$.report.answers.screen")
                .isEqualTo("hairline")
                .jsonPath("$.report.shots.front")
                .isEqualTo(listing.at("/photos/0/id").asString());
    }

    @Test
    void aTabletIsNotPublishedBeforeItsConditionIsTold() {
        var offer = tablet();
        offer.remove("report");

        assertThat(faultsOf(publish(draft(offer)))).containsExactly("report.checklist");
    }

    @Test
    void everyMissingAnswerAndShotIsNamedAtOnce() {
        var offer = tablet();
        report(offer, answers -> {
            answers.remove("battery");
            answers.put("screen", "clear");
        });
        offer.put("conditionCode", "FAIR");

        assertThat(faultsOf(publish(draft(offer)))).containsExactly("report.answers.battery", "report.shots.defect");
    }

    @Test
    void theGradeMayBeBelowTheAnswersAndNotAbove() {
        var offer = tablet();
        offer.put("conditionCode", "LIKE_NEW");
        assertThat(faultsOf(seller.post("/api/v1/listings", offer))).containsExactly("conditionCode");

        offer.put("conditionCode", "WORN");
        assertThat(Goods.publish(seller, offer).at("/conditionCode").asString()).isEqualTo("WORN");
    }

    @Test
    void madeUpAnswersAndOnePhotoForTwoShotsAreRefused() {
        var offer = tablet();
        report(offer, answers -> answers.put("smell", "none"));
        assertThat(faultsOf(seller.post("/api/v1/listings", offer))).containsExactly("report.answers");

        var lazy = tablet();
        var front = Objects.requireNonNull(shotsOf(lazy).get("front"));
        said(lazy).put("shots", Map.of("front", front, "back", front));
        assertThat(faultsOf(seller.post("/api/v1/listings", lazy))).containsExactly("report.shots");

        var foreign = tablet();
        said(foreign).put("shots", Map.of("front", UUID.randomUUID().toString()));
        assertThat(faultsOf(seller.post("/api/v1/listings", foreign))).containsExactly("report.shots");
    }

    @Test
    void answersInTheWordsOfAnotherChecklistAreRefused() {
        var offer = tablet();
        offer.put("categoryCode", "bicycle");
        offer.put("attributes", Map.of("brand", "捷安特"));

        assertThat(faultsOf(seller.post("/api/v1/listings", offer))).containsExactly("report.checklist");
    }

    @Test
    void answersWithoutACategoryAreRefused() {
        var offer = tablet();
        offer.remove("categoryCode");
        offer.remove("attributes");

        assertThat(faultsOf(seller.post("/api/v1/listings", offer))).containsExactly("report.checklist");
    }

    @Test
    void whereNothingHasToBeAnsweredAnythingMayBe() {
        var offer = Goods.bookcase(seller);
        offer.put("report", Map.of("checklist", "furniture", "edition", 1, "answers", Map.of("wobble", "slight")));
        offer.put("conditionCode", "FAIR");

        assertThat(Goods.publish(seller, offer).at("/report/answers/wobble").asString())
                .isEqualTo("slight");
    }

    @Test
    void whatWasPublishedBeforeTheQuestionsCameIsStillEdited() {
        var listing = Goods.publish(seller, tablet());
        database.sql("update listing.listing set report = null where id = :id")
                .bind("id", UUID.fromString(listing.at("/id").asString()))
                .then()
                .block();
        var offer = tablet();
        offer.remove("report");
        offer.put("price", Goods.fen(19_000));

        assertThat(Visitor.json(edit(listing, offer)).at("/price/amount").asLong())
                .isEqualTo(19_000);
    }

    @Test
    void whatWasAnsweredOnceIsNotTakenBackWhileEverybodyReadsIt() {
        var listing = Goods.publish(seller, tablet());
        var offer = tablet();
        offer.remove("report");

        assertThat(faultsOf(edit(listing, offer))).containsExactly("report.checklist");
    }

    @Test
    void anOrderKeepsTheAnswersItWasPlacedFor() {
        var listing = Goods.publish(seller, tablet());
        var trade = Trade.placed(port, seller, listing.at("/id").asString());

        assertThat(trade.seen().at("/listing/report/answers/screen").asString()).isEqualTo("hairline");
    }

    private Map<String, Object> tablet() {
        var offer = Goods.bookcase(seller);
        offer.put("title", "平板电脑 11 英寸");
        offer.put("categoryCode", "tablet");
        offer.put("attributes", Map.of("brand", "华为", "model", "MatePad 11"));
        offer.putAll(Goods.reportOfPhone(seller));
        offer.put("report", new HashMap<>(said(offer)));
        return offer;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> said(Map<String, Object> offer) {
        return (Map<String, Object>) Objects.requireNonNull(offer.get("report"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> shotsOf(Map<String, Object> offer) {
        return (Map<String, String>) Objects.requireNonNull(said(offer).get("shots"));
    }

    @SuppressWarnings("unchecked")
    private static void report(Map<String, Object> offer, Consumer<Map<String, String>> change) {
        change.accept((Map<String, String>) Objects.requireNonNull(said(offer).get("answers")));
    }

    private String draft(Map<String, Object> offer) {
        return Visitor.json(seller.post("/api/v1/listings", offer)).at("/id").asString();
    }

    private ResponseSpec publish(String draft) {
        return seller.post("/api/v1/listings/" + draft + "/publication", Map.of());
    }

    private ResponseSpec edit(JsonNode listing, Map<String, Object> offer) {
        return seller.put(
                "/api/v1/listings/" + listing.at("/id").asString(),
                offer,
                "\"" + listing.at("/version").asInt() + "\"");
    }

    private static List<String> faultsOf(ResponseSpec refused) {
        var body = refused.expectStatus()
                .isBadRequest()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(body))
                .at("/errors")
                .valueStream()
                .map(error -> error.at("/field").asString())
                .toList();
    }
}
