package io.xunshi.platform.wanted;

import static io.xunshi.platform.kernel.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.wanted.usecase.RunPostTimers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What somebody looks for, from the first word to "found". */
@PlatformTest
class WantedPostIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RunPostTimers runPostTimers;

    private Visitor wanter;
    private Visitor seller;
    private Visitor stranger;

    @BeforeEach
    void somebodyLooksForSomething() {
        wanter = new Visitor(port).signUp("求购的人");
        seller = new Visitor(port).signUp("卖家");
        stranger = new Visitor(port);
    }

    @Test
    void everybodyFindsAnOpenPostByWordsCategoryPlaceAndPrice() {
        var rare = "榫卯" + UUID.randomUUID().toString().substring(0, 8);
        var wish = Wanting.wish(rare + " 书柜");
        wish.putAll(Map.of("districtCode", "ZZ-JS", "withinKm", 5));
        var id = Wanting.posted(wanter, wish);

        assertThat(found("q=" + rare)).containsExactly(id);
        assertThat(found("q=" + rare + "&category=furniture")).containsExactly(id);
        assertThat(found("q=" + rare + "&category=storage-furniture&district=ZZ-JS&price=30000"))
                .containsExactly(id);
        assertThat(found("q=" + rare + "&category=book")).isEmpty();
        assertThat(found("q=" + rare + "&district=ZZ-EQ")).isEmpty();
        assertThat(found("q=" + rare + "&price=30001")).isEmpty();
        assertThat(found("q=%25" + rare)).isEmpty();
        var read = Visitor.json(stranger.get("/api/v1/wanted-posts/" + id));
        assertThat(read.at("/person/displayName").asString()).isEqualTo("求购的人");
        assertThat(read.at("/state").asString()).isEqualTo("OPEN");
    }

    @Test
    void whatMustNotBeTradedIsNotLookedForEither() {
        wanter.post("/api/v1/wanted-posts", Wanting.wish("收一条软中华香烟"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("regulation.refused")
                .jsonPath("$.rules[0].id")
                .isEqualTo("tobacco");
    }

    @Test
    void nothingIsAskedOfADeviceThatNobodyHasInHandYet() {
        var wish = Wanting.wish("苹果手机 128G");
        wish.putAll(Map.of("categoryCode", "mobile-phone", "answers", Map.of("storage_gb", "128")));

        assertThat(Visitor.json(wanter.post("/api/v1/wanted-posts", wish))
                        .at("/state")
                        .asString())
                .isEqualTo("OPEN");
    }

    @Test
    void whatTheRulesLeaveOpenWaitsForAModeratorWhoTellsItsOwner() {
        var moderator = Officials.with(database, port, Role.MODERATOR);
        var id = Wanting.posted(wanter, "莆田运动鞋");
        stranger.get("/api/v1/wanted-posts/" + id).expectStatus().isNotFound();
        var open = waiting(moderator, id);
        assertThat(open.at("/rules/0/id").asString()).isEqualTo("counterfeit");

        decide(moderator, id, Map.of("approved", false)).expectStatus().isBadRequest();
        decide(moderator, id, Map.of("approved", false, "reason", "COUNTERFEIT", "remark", "请写品牌正品"))
                .expectStatus()
                .isOk();

        assertThat(kindsOfNotices(wanter)).containsExactly("WANTED_REFUSED");
        var refused = Visitor.json(wanter.get("/api/v1/wanted-posts/" + id));
        assertThat(refused.at("/refusal").asString()).isEqualTo("COUNTERFEIT");
        decide(moderator, id, Map.of("approved", true)).expectStatus().isEqualTo(409);
        wanter.put("/api/v1/wanted-posts/" + id, Wanting.wish("正品运动鞋"), "\"2\"")
                .expectStatus()
                .isOk();
        stranger.get("/api/v1/wanted-posts/" + id).expectStatus().isOk();
    }

    @Test
    void aModeratorDoesNotDecideAboutTheirOwnPost() {
        var moderator = Officials.with(database, port, Role.MODERATOR, Role.RESIDENT);
        var id = Wanting.posted(moderator, "莆田运动鞋");

        decide(moderator, id, Map.of("approved", true))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("wanted.not-yours-to-decide");
    }

    @Test
    void aStaleEditIsRefused() {
        var id = Wanting.posted(wanter, "书柜");
        wanter.put("/api/v1/wanted-posts/" + id, Wanting.wish("实木书柜"), "\"1\"")
                .expectStatus()
                .isOk();

        wanter.put("/api/v1/wanted-posts/" + id, Wanting.wish("旧书柜"), "\"1\"")
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void aPersonLooksForTenThingsAtATime() {
        for (int i = 0; i < 10; i++) {
            Wanting.posted(wanter, "书柜之" + i);
        }

        wanter.post("/api/v1/wanted-posts", Wanting.wish("第十一个"))
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("wanted.too-many-posts");
        end(Wanting.posted(new Visitor(port).signUp("别人"), "书柜"), false)
                .expectStatus()
                .isNotFound();
        var own = Visitor.json(wanter.get("/api/v1/my/wanted-posts"))
                .at("/items/0/id")
                .asString();
        end(own, true).expectStatus().isOk();
        Wanting.posted(wanter, "第十一个");
    }

    @Test
    void aSellerWhoHasItOpensAConversationOnceForAListing() {
        var id = Wanting.posted(wanter, "五层书柜");
        var listing = Goods.published(seller).at("/id").asString();

        var conversation =
                Visitor.json(answer(seller, id, listing)).at("/conversationId").asString();

        assertThat(Visitor.json(answer(seller, id, listing))
                        .at("/conversationId")
                        .asString())
                .isEqualTo(conversation);
        assertThat(kindsOfNotices(wanter)).containsExactly("WANTED_ANSWERED");
        var said = Visitor.json(wanter.get("/api/v1/conversations/" + conversation + "/messages"));
        assertThat(said.at("/items/0/card").asString()).isEqualTo("WANTED_ANSWERED");
        assertThat(said.at("/items/0/parameters/words").asString()).isEqualTo("五层书柜");
        var answered = Visitor.json(wanter.get("/api/v1/my/wanted-posts/" + id + "/answers"));
        assertThat(answered.at("/items")).hasSize(1);
        assertThat(answered.at("/items/0/listing/id").asString()).isEqualTo(listing);
    }

    @Test
    void nobodyAnswersTheirOwnPostNorWithAStrangersListingNorWhatHasEnded() {
        var id = Wanting.posted(wanter, "五层书柜");
        var wantersOwn = Goods.published(wanter).at("/id").asString();
        var sellers = Goods.published(seller).at("/id").asString();

        assertThat(codeOf(answer(wanter, id, wantersOwn))).isEqualTo("wanted.own-post");
        assertThat(codeOf(answer(seller, id, wantersOwn))).isEqualTo("listing.not-found");
        end(id, true).expectStatus().isOk();
        assertThat(codeOf(answer(seller, id, sellers))).isEqualTo("wanted.ended");
        assertThat(codeOf(end(id, true))).isEqualTo("wanted.ended");
    }

    @Test
    void whoIsBlockedDoesNotAnswer() {
        var listing = Goods.published(seller).at("/id").asString();
        var talk = Visitor.json(wanter.post("/api/v1/listings/" + listing + "/conversations", Map.of()));
        wanter.put("/api/v1/conversations/" + talk.at("/id").asString() + "/block", Map.of())
                .expectStatus()
                .isOk();
        var id = Wanting.posted(wanter, "五层书柜");

        assertThat(codeOf(answer(seller, id, listing))).isEqualTo("messaging.blocked");
        assertThat(Visitor.json(wanter.get("/api/v1/wanted-posts/" + id))
                        .at("/answerCount")
                        .asInt())
                .isZero();
    }

    @Test
    void aSellerHearsHowManyOthersLookForSuchAThing() {
        var before = demand(seller, "&price=1000000000").at("/count").asLong();
        var rich = Wanting.wish("名贵书柜");
        rich.put("maxPrice", Goods.fen(1_000_000_000));
        Wanting.posted(wanter, rich);
        Wanting.posted(seller, rich);

        var demand = demand(seller, "&price=1000000000");

        assertThat(demand.at("/count").asLong()).isEqualTo(before + 1);
        assertThat(demand.at("/newest/0/words").asString()).isEqualTo("名贵书柜");
    }

    @Test
    void aPostIsAnnouncedBeforeItsEndOnceAndEndsByItself() {
        var id = Wanting.posted(wanter, "书柜");
        shift(id, "remind_at = now() - interval '1 second'");
        runPostTimers.runDue().block();
        runPostTimers.runDue().block();
        assertThat(kindsOfNotices(wanter)).containsExactly("WANTED_ENDING");

        shift(id, "ends_at = now() - interval '1 second'");
        runPostTimers.runDue().block();

        assertThat(Visitor.json(stranger.get("/api/v1/wanted-posts/" + id))
                        .at("/state")
                        .asString())
                .isEqualTo("EXPIRED");
        assertThat(watches(id)).isZero();
    }

    private List<String> found(String query) {
        return StreamSupport.stream(
                        Visitor.json(stranger.get("/api/v1/wanted-posts?" + encoded(query)))
                                .at("/items")
                                .spliterator(),
                        false)
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static String encoded(String query) {
        return query.replace("榫卯", "%E6%A6%AB%E5%8D%AF");
    }

    private static JsonNode waiting(Visitor moderator, String id) {
        return StreamSupport.stream(
                        Visitor.json(moderator.get("/api/v1/moderation/wanted-posts?limit=60"))
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(item -> item.at("/post/id").asString().equals(id))
                .findAny()
                .orElseThrow();
    }

    private static ResponseSpec decide(Visitor moderator, String id, Map<String, Object> decision) {
        return moderator.post("/api/v1/moderation/wanted-posts/" + id + "/decision", decision);
    }

    private static ResponseSpec answer(Visitor who, String id, String listing) {
        return who.post("/api/v1/wanted-posts/" + id + "/answers", Map.of("listingId", listing));
    }

    private ResponseSpec end(String id, boolean found) {
        return wanter.post("/api/v1/wanted-posts/" + id + "/ending", Map.of("found", found));
    }

    private static JsonNode demand(Visitor who, String query) {
        return Visitor.json(who.get("/api/v1/wanted-demand?category=storage-furniture" + query));
    }

    private static List<String> kindsOfNotices(Visitor who) {
        return StreamSupport.stream(
                        Visitor.json(who.get("/api/v1/my/notifications"))
                                .at("/items")
                                .spliterator(),
                        false)
                .map(item -> item.at("/kind").asString())
                .toList();
    }

    private static String codeOf(ResponseSpec refusal) {
        var body = refusal.expectStatus()
                .is4xxClientError()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body.at("/code").asString();
    }

    private void shift(String id, String what) {
        database.sql("update wanted.post set " + what + " where id = :id")
                .bind("id", UUID.fromString(id))
                .then()
                .block();
    }

    private long watches(String id) {
        var count = database.sql("select count(*) as watches from interest.saved_search where id = :id")
                .bind("id", UUID.fromString(id))
                .map(row -> required(row, "watches", Long.class))
                .one()
                .block();
        return count == null ? -1 : count;
    }
}
