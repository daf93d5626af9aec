package io.xunshi.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.wanted.Wanting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A report, from the person who makes it to what a moderator makes of it. */
@PlatformTest
class ReportIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Talk talk;
    private String report;

    @BeforeEach
    void somebodyReportsAConversation() {
        talk = Talk.about(port);
        talk.said(talk.asker, "你是骗子");
        talk.said(talk.seller, "请不要这样说");
        report = reported();
    }

    @Test
    void aModeratorSeesWhatWasSaidWhenItWasMadeAndNothingLater() {
        talk.said(talk.asker, "后来说的话");

        var waiting = waitingFor(moderator());

        assertThat(waiting.at("/reason").asString()).isEqualTo("ABUSE");
        assertThat(waiting.at("/remark").asString()).isEqualTo("骂人");
        assertThat(waiting.at("/reportedName").asString()).isEqualTo("问家");
        assertThat(waiting.at("/untouched").asBoolean()).isTrue();
        assertThat(waiting.at("/lines"))
                .extracting(
                        line -> line.at("/reported").asBoolean(),
                        line -> line.at("/text").asString())
                .containsExactly(tuple(true, "你是骗子"), tuple(false, "请不要这样说"));
    }

    @Test
    void aTouchedExcerptShows() {
        database.sql("update messaging.report set excerpt_hash = '\\x00' where id = :id")
                .bind("id", UUID.fromString(report))
                .then()
                .block();

        assertThat(waitingFor(moderator()).at("/untouched").asBoolean()).isFalse();
    }

    @Test
    void whoeverIsWarnedIsToldWhyAndWritesOn() {
        decide(moderator(), "WARNED").expectStatus().isNoContent();

        assertThat(noticesOf(talk.asker)).contains("CONDUCT_WARNED", "请文明用语");
        assertThat(noticesOf(talk.seller)).contains("REPORT_DECIDED").doesNotContain("CONDUCT_WARNED");
        talk.says(talk.asker, "好的").expectStatus().isCreated();
    }

    @Test
    void whoeverIsMutedWritesToNobodyForAWeekAndStillTrades() {
        decide(moderator(), "MUTED").expectStatus().isNoContent();

        refused(talk.says(talk.asker, "凭什么"), 403, "messaging.muted");
        refused(talk.asker.post("/api/v1/wanted-posts", Wanting.wish("自行车")), 403, "messaging.muted");
        var post = Wanting.posted(talk.seller, "自行车");
        var own = Goods.published(talk.asker).at("/id").asString();
        refused(
                talk.asker.post("/api/v1/wanted-posts/" + post + "/answers", Map.of("listingId", own)),
                403,
                "messaging.muted");
        assertThat(noticesOf(talk.asker)).contains("CONDUCT_MUTED", "\"count\":\"7\"");
        talk.asker
                .post("/api/v1/orders", Map.of("listingId", talk.listing))
                .expectStatus()
                .isCreated();

        database.sql("update messaging.mute set until = now() where account = :account")
                .bind("account", UUID.fromString(idOf(talk.asker)))
                .then()
                .block();
        talk.says(talk.asker, "对不起").expectStatus().isCreated();
    }

    @Test
    void theSecondTimeWithinAYearIsAMonth() {
        decide(moderator(), "MUTED").expectStatus().isNoContent();
        report = reported();

        assertThat(waitingFor(moderator()).at("/earlier").asInt()).isEqualTo(1);
        decide(moderator(), "MUTED").expectStatus().isNoContent();

        assertThat(noticesOf(talk.asker)).contains("\"count\":\"30\"");
    }

    @Test
    void aMutedPersonAppealsOnceAndAnotherModeratorEndsIt() {
        var first = moderator();
        decide(first, "MUTED").expectStatus().isNoContent();
        assertThat(muteOf(talk.asker).at("/mute/reason").asString()).isEqualTo("请文明用语");

        talk.asker
                .post("/api/v1/my/mute/appeal", Map.of("words", "这是玩笑"))
                .expectStatus()
                .isOk();
        refused(talk.asker.post("/api/v1/my/mute/appeal", Map.of("words", "再说一次")), 409, "messaging.mute-appealed");
        var second = moderator();
        var appeal =
                Talk.list(Visitor.json(second.get("/api/v1/moderation/mute-appeals?limit=60"))
                                .at("/items"))
                        .stream()
                        .filter(one -> one.at("/accountId").asString().equals(idOf(talk.asker)))
                        .findFirst()
                        .orElseThrow();
        assertThat(appeal.at("/words").asString()).isEqualTo("这是玩笑");
        assertThat(appeal.at("/mutedFor").asString()).isEqualTo("请文明用语");
        var decision = "/api/v1/moderation/mute-appeals/" + appeal.at("/id").asString() + "/decision";
        refused(
                first.post(decision, Map.of("granted", false, "remark", "不行")),
                403,
                "messaging.mute-appeal-not-yours-to-decide");

        second.post(decision, Map.of("granted", true, "remark", "确是玩笑"))
                .expectStatus()
                .isNoContent();

        refused(second.post(decision, Map.of("granted", false, "remark", "晚了")), 409, "messaging.mute-appeal-closed");
        assertThat(noticesOf(talk.asker)).contains("MUTE_APPEAL_GRANTED", "确是玩笑");
        assertThat(muteOf(talk.asker).at("/mute").isNull()).isTrue();
        talk.says(talk.asker, "谢谢").expectStatus().isCreated();
        report = reported();
        assertThat(waitingFor(second).at("/earlier").asInt()).isZero();
    }

    @Test
    void whoeverMayWriteHasNothingToAppealAgainstAndARefusedAppealChangesNothing() {
        refused(talk.asker.post("/api/v1/my/mute/appeal", Map.of("words", "为什么")), 409, "messaging.not-muted");
        decide(moderator(), "MUTED").expectStatus().isNoContent();
        talk.asker
                .post("/api/v1/my/mute/appeal", Map.of("words", "我没错"))
                .expectStatus()
                .isOk();
        var id = database.sql("select id from messaging.mute_appeal where account = :account")
                .bind("account", UUID.fromString(idOf(talk.asker)))
                .map((row, metadata) -> row.get("id", UUID.class))
                .one()
                .block();

        moderator()
                .post(
                        "/api/v1/moderation/mute-appeals/" + id + "/decision",
                        Map.of("granted", false, "remark", "原决定正确"))
                .expectStatus()
                .isNoContent();

        refused(talk.says(talk.asker, "凭什么"), 403, "messaging.muted");
        assertThat(muteOf(talk.asker).at("/mute/appeal/refusal").asString()).isEqualTo("原决定正确");
    }

    private static JsonNode muteOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/mute"));
    }

    @Test
    void whoeverDidNothingWrongHearsNothing() {
        decide(moderator(), "NOTHING_WRONG").expectStatus().isNoContent();

        assertThat(noticesOf(talk.asker)).doesNotContain("CONDUCT");
        assertThat(noticesOf(talk.seller)).contains("REPORT_DECIDED");
    }

    @Test
    void ofTwoModeratorsAtTheSameMomentOneDecides() {
        var statuses = Stream.of(moderator(), moderator())
                .map(moderator -> CompletableFuture.supplyAsync(() -> decide(moderator, "WARNED")
                        .returnResult(Void.class)
                        .getStatus()
                        .value()))
                .toList()
                .stream()
                .map(CompletableFuture::join);

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
    }

    @Test
    void nobodyDecidesAboutThemselvesOrTheirOwnReport() {
        for (var side : List.of(talk.asker, talk.seller)) {
            database.sql("update identity.account set roles = '{RESIDENT,MODERATOR}' where id = :id")
                    .bind("id", UUID.fromString(idOf(side)))
                    .then()
                    .block();
            side.signIn(Visitor.PASSWORD).expectStatus().isCreated();

            refused(decide(side, "NOTHING_WRONG"), 403, "messaging.report-not-yours-to-decide");
            assertThat(stream(side))
                    .noneMatch(waiting -> waiting.at("/id").asString().equals(report));
        }
    }

    private String reported() {
        var made = talk.seller.post(talk.path() + "/reports", Map.of("reason", "ABUSE", "remark", "骂人"));
        return Visitor.json(made).at("/id").asString();
    }

    private ResponseSpec decide(Visitor moderator, String outcome) {
        return moderator.post(
                "/api/v1/moderation/reports/" + report + "/decision", Map.of("outcome", outcome, "answer", "请文明用语"));
    }

    private Visitor moderator() {
        return Officials.with(database, port, Role.MODERATOR);
    }

    private JsonNode waitingFor(Visitor moderator) {
        return stream(moderator)
                .filter(waiting -> waiting.at("/id").asString().equals(report))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> stream(Visitor moderator) {
        var page = Visitor.json(moderator.get("/api/v1/moderation/reports?limit=60"));
        return StreamSupport.stream(page.at("/items").spliterator(), false);
    }

    private static String noticesOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/notifications")).toString();
    }

    private static String idOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/session")).at("/account/id").asString();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
