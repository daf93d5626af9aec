package io.xunshi.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What the rules leave open, from the queue to the owner. */
@PlatformTest
class ModerationIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Visitor seller;
    private Visitor stranger;
    private Visitor moderator;

    @BeforeEach
    void somebodyOffersAndSomebodyLooks() {
        seller = new Visitor(port).signUp("卖家");
        stranger = new Visitor(port);
        moderator = Officials.with(database, port, Role.MODERATOR);
    }

    @Test
    void whatTheRulesLeaveOpenIsPublicOnceAModeratorAgrees() {
        var listing = waiting();
        stranger.get("/api/v1/listings/" + listing).expectStatus().isNotFound();
        seller.get("/api/v1/listings/" + listing)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("IN_REVIEW");
        var open = caseOf(moderator, listing);
        assertThat(open.at("/rules/0/id").asString()).isEqualTo("counterfeit");
        assertThat(open.at("/said/title").asString()).contains("莆田");
        assertThat(open.at("/photos")).isNotEmpty();

        approve(moderator, open);

        stranger.get("/api/v1/listings/" + listing)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED");
        awaitNews(seller, "LISTING_APPROVED");
    }

    @Test
    void aRefusalTellsTheOwnerTheRuleAndTheReason() {
        var listing = waiting();

        refuse(moderator, caseOf(moderator, listing));

        seller.get("/api/v1/listings/" + listing + "/moderation")
                .expectBody()
                .jsonPath("$.latest.outcome")
                .isEqualTo("REFUSED")
                .jsonPath("$.latest.reason")
                .isEqualTo("COUNTERFEIT")
                .jsonPath("$.latest.remark")
                .isEqualTo("鞋标不对")
                .jsonPath("$.latest.rules[0].id")
                .isEqualTo("counterfeit")
                .jsonPath("$.latest.mayBeAppealed")
                .isEqualTo(true);
        seller.get("/api/v1/listings/" + listing)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DRAFT");
        assertThat(awaitNews(seller, "LISTING_REFUSED").at("/parameters/ruleZh").asString())
                .contains("假冒");
    }

    @Test
    void aRefusalNeedsAReason() {
        var open = caseOf(moderator, waiting());

        moderator
                .post(decisionOf(open), Map.of("approved", false))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("reason");
    }

    @Test
    void anAppealIsDecidedByAnotherModeratorAndOnlyOnce() {
        var listing = waiting();
        refuse(moderator, caseOf(moderator, listing));
        seller.post("/api/v1/listings/" + listing + "/appeal", Map.of("words", "有专柜小票"))
                .expectStatus()
                .isCreated();
        var another = Officials.with(database, port, Role.MODERATOR);
        var appeal = caseOf(another, listing);

        assertThat(appeal.at("/appealWords").asString()).isEqualTo("有专柜小票");
        assertThat(casesOf(moderator, listing)).isEmpty();
        moderator
                .post(decisionOf(appeal), Map.of("approved", true))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("listing.not-yours-to-decide");
        refuse(another, appeal);
        seller.post("/api/v1/listings/" + listing + "/appeal", Map.of("words", "再看看"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("listing.nothing-to-appeal");
    }

    @Test
    void whatWasChangedAfterARefusalIsPublishedAnewNotAppealed() {
        var listing = waiting();
        refuse(moderator, caseOf(moderator, listing));
        var draft = Visitor.json(seller.get("/api/v1/listings/" + listing));
        seller.put("/api/v1/listings/" + listing, Goods.bookcase(seller), tagOf(draft))
                .expectStatus()
                .isOk();

        seller.post("/api/v1/listings/" + listing + "/appeal", Map.of("words", "改好了"))
                .expectStatus()
                .isEqualTo(409);
        seller.post("/api/v1/listings/" + listing + "/publication", Map.of())
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED");
    }

    @Test
    void anEditThatTheRulesLeaveOpenWaitsWhileTheApprovedVersionStaysPublic() {
        var listing = Goods.published(seller);
        var path = "/api/v1/listings/" + listing.at("/id").asString();
        var offer = Goods.bookcase(seller);
        offer.put("title", "莆田书柜 跟专柜一样");
        offer.put("price", Map.of("amount", 9_900, "currency", "CNY"));

        seller.put(path, offer, tagOf(listing)).expectStatus().isOk();

        stranger.get(path)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("实木书柜 五层")
                .jsonPath("$.price.amount")
                .isEqualTo(9_900)
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED");
        var open = caseOf(moderator, listing.at("/id").asString());
        assertThat(open.at("/before/title").asString()).isEqualTo("实木书柜 五层");
        assertThat(open.at("/said/title").asString()).isEqualTo("莆田书柜 跟专柜一样");

        approve(moderator, open);

        await().untilAsserted(() -> stranger.get(path)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("莆田书柜 跟专柜一样")
                .jsonPath("$.price.amount")
                .isEqualTo(9_900));
    }

    @Test
    void aRefusedEditLeavesTheListingAsItWas() {
        var listing = Goods.published(seller);
        var path = "/api/v1/listings/" + listing.at("/id").asString();
        var offer = Goods.bookcase(seller);
        offer.put("title", "高仿书柜");
        seller.put(path, offer, tagOf(listing)).expectStatus().isOk();

        refuse(moderator, caseOf(moderator, listing.at("/id").asString()));

        stranger.get(path)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("实木书柜 五层")
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED");
    }

    @Test
    void aLaterEditReplacesAnEarlierWish() {
        var listing = Goods.published(seller);
        var path = "/api/v1/listings/" + listing.at("/id").asString();
        var offer = Goods.bookcase(seller);
        offer.put("title", "高仿书柜");
        var edited = Visitor.json(seller.put(path, offer, tagOf(listing)));
        offer.put("title", "高仿书柜 便宜出");
        seller.put(path, offer, tagOf(edited)).expectStatus().isOk();

        assertThat(casesOf(moderator, listing.at("/id").asString()))
                .extracting(open -> open.at("/said/title").asString())
                .containsExactly("高仿书柜 便宜出");
    }

    @Test
    void anOwnerTakesBackWhatWaits() {
        var listing = waiting();

        seller.post("/api/v1/listings/" + listing + "/withdrawal", Map.of())
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DRAFT");

        assertThat(casesOf(moderator, listing)).isEmpty();
    }

    @Test
    void whatWaitsIsNeitherBoughtNorChanged() {
        var listing = waiting();
        var before = Visitor.json(seller.get("/api/v1/listings/" + listing));

        new Visitor(port)
                .signUp("买家")
                .post("/api/v1/orders", Map.of("listingId", listing))
                .expectStatus()
                .isNotFound();
        seller.put("/api/v1/listings/" + listing, Goods.bookcase(seller), tagOf(before))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void ofTwoModeratorsTheFirstDecides() throws Exception {
        var open = caseOf(moderator, waiting());
        var others = List.of(moderator, Officials.with(database, port, Role.MODERATOR));
        var start = new CyclicBarrier(others.size());
        var answers = new ArrayList<Integer>();
        try (var people = Executors.newFixedThreadPool(others.size())) {
            var attempts = others.stream()
                    .map(one -> people.submit(() -> {
                        start.await();
                        return one.post(decisionOf(open), Map.of("approved", true))
                                .expectBody()
                                .returnResult()
                                .getStatus()
                                .value();
                    }))
                    .toList();
            for (var attempt : attempts) {
                answers.add(attempt.get());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void nobodyDecidesAboutTheirOwnThings() {
        var both = Officials.with(database, port, Role.MODERATOR, Role.RESIDENT);
        var offer = Goods.bookcase(both);
        offer.put("title", "莆田鞋柜");
        var listing = Goods.publish(both, offer).at("/id").asString();
        var open = caseOf(moderator, listing);

        assertThat(casesOf(both, listing)).isEmpty();
        both.post(decisionOf(open), Map.of("approved", true)).expectStatus().isForbidden();
    }

    @Test
    void theDeskShowsHowOftenARuleWasRight() {
        refuse(moderator, caseOf(moderator, waiting()));
        approve(moderator, caseOf(moderator, waiting()));

        var figures = StreamSupport.stream(
                        Visitor.json(moderator.get("/api/v1/moderation/rule-figures"))
                                .spliterator(),
                        false)
                .filter(one -> one.at("/rule/id").asString().equals("counterfeit"))
                .findFirst()
                .orElseThrow();

        assertThat(figures.at("/refused").asInt()).isPositive();
        assertThat(figures.at("/approved").asInt()).isPositive();
        assertThat(figures.at("/precisionPercent").asInt()).isBetween(1, 99);
    }

    /** A listing that a rule sent to the moderators. */
    private String waiting() {
        var offer = Goods.bookcase(seller);
        offer.put("title", "莆田鞋 跟专柜一样");
        var listing = Goods.publish(seller, offer);
        assertThat(listing.at("/state").asString()).isEqualTo("IN_REVIEW");
        return listing.at("/id").asString();
    }

    private static JsonNode caseOf(Visitor moderator, String listing) {
        return casesOf(moderator, listing).getFirst();
    }

    /** Of all pages of the queue. */
    private static List<JsonNode> casesOf(Visitor moderator, String listing) {
        var found = new ArrayList<JsonNode>();
        var address = "/api/v1/moderation/cases?limit=60";
        for (var page = Visitor.json(moderator.get(address)); ; ) {
            page.at("/items").forEach(open -> {
                if (open.at("/listingId").asString().equals(listing)) {
                    found.add(open);
                }
            });
            if (page.at("/nextCursor").isNull()) {
                return found;
            }
            page = Visitor.json(
                    moderator.get(address + "&cursor=" + page.at("/nextCursor").asString()));
        }
    }

    private static void approve(Visitor moderator, JsonNode open) {
        moderator
                .post(decisionOf(open), Map.of("approved", true))
                .expectStatus()
                .isOk();
    }

    private static void refuse(Visitor moderator, JsonNode open) {
        moderator
                .post(decisionOf(open), Map.of("approved", false, "reason", "COUNTERFEIT", "remark", "鞋标不对"))
                .expectStatus()
                .isOk();
    }

    private static String decisionOf(JsonNode open) {
        return "/api/v1/moderation/cases/" + open.at("/id").asString() + "/decision";
    }

    private static String tagOf(JsonNode listing) {
        return "\"" + listing.at("/version").asInt() + "\"";
    }

    private static JsonNode awaitNews(Visitor person, String kind) {
        return await().until(
                        () -> StreamSupport.stream(
                                        Visitor.json(person.get("/api/v1/my/notifications"))
                                                .at("/items")
                                                .spliterator(),
                                        false)
                                .filter(one -> one.at("/kind").asString().equals(kind))
                                .toList(),
                        news -> !news.isEmpty())
                .getFirst();
    }
}
