package io.xunshi.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
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
