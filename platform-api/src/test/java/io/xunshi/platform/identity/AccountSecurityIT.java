package io.xunshi.platform.identity;

import static io.xunshi.platform.Visitor.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.domain.TimeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What whoever has taken an account over cannot do in silence. */
@PlatformTest
@Isolated("it takes the providers down, which all tests share")
class AccountSecurityIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Visitor owner;

    @BeforeEach
    void somebodyHasAnAccount() {
        owner = new Visitor(port).signUp("当心的人");
    }

    @Test
    void theOwnerHearsOfADeviceThatTheyNeverUsedAndOfNoOther() {
        owner.signIn(PASSWORD).expectStatus().isCreated();
        signIn(new Visitor(port), PASSWORD, null).expectStatus().isCreated();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kindsOfNotices()).containsExactly("NEW_DEVICE"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(templatesTo(owner.contact())).contains("new-device"));
    }

    @Test
    void oneSeesWhereOneIsSignedInAndSignsOutThere() {
        var borrowed = new Visitor(port);
        signIn(borrowed, PASSWORD, null).expectStatus().isCreated();
        var lost = new Visitor(port);
        signIn(lost, PASSWORD, null).expectStatus().isCreated();

        var sessions = sessions(owner);
        assertThat(sessions).hasSize(3);
        assertThat(sessions)
                .filteredOn(session -> session.at("/current").asBoolean())
                .hasSize(1);
        var theirs = sessions(borrowed).stream()
                .filter(session -> session.at("/current").asBoolean())
                .findFirst()
                .orElseThrow();
        owner.delete("/api/v1/account/sessions/" + theirs.at("/id").asString())
                .expectStatus()
                .isNoContent();
        assertThat(isSignedIn(borrowed)).isFalse();
        assertThat(isSignedIn(lost)).isTrue();

        owner.delete("/api/v1/account/sessions").expectStatus().isNoContent();
        assertThat(isSignedIn(lost)).isFalse();
        assertThat(isSignedIn(owner)).isTrue();
        refused(owner.delete("/api/v1/account/sessions/0"), 404, "identity.session-not-found");
    }

    @Test
    void theOwnerHearsOfAnotherPassword() {
        owner.put("/api/v1/account/password", Map.of("currentPassword", PASSWORD, "newPassword", "another good one"))
                .expectStatus()
                .isNoContent();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(templatesTo(owner.contact())).contains("password-changed"));
    }

    @Test
    void theOldContactIsToldBeforeTheAccountHasAnother() {
        var wanted = "new" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        owner.post("/api/v1/codes", Map.of("contact", wanted, "purpose", "CHANGE_CONTACT"))
                .expectStatus()
                .isNoContent();
        var code =
                OutsideWorld.messagesTo(wanted).getLast().at("/parameters/code").asString();

        refused(change("guess", wanted, code), 422, "identity.password-wrong");
        refused(change(PASSWORD, wanted, "000000".equals(code) ? "111111" : "000000"), 422, "identity.code-not-valid");
        OutsideWorld.simulation().condition("notice", false, Duration.ZERO);
        refused(change(PASSWORD, wanted, code), 503, "identity.notices-unavailable");
        OutsideWorld.simulation().recover();
        assertThat(maskedContact()).startsWith("139");
    }

    @Test
    void anotherContactSignsInWhereTheOldOneDoesNotAnyMore() {
        var wanted = "new" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        owner.post("/api/v1/codes", Map.of("contact", wanted, "purpose", "CHANGE_CONTACT"));
        var code =
                OutsideWorld.messagesTo(wanted).getLast().at("/parameters/code").asString();

        change(PASSWORD, wanted, code).expectStatus().isOk();

        assertThat(templatesTo(owner.contact())).contains("contact-changed");
        refused(owner.signIn(PASSWORD), 401, "identity.sign-in-failed");
        new Visitor(port)
                .post("/api/v1/session", Map.of("contact", wanted, "password", PASSWORD))
                .expectStatus()
                .isCreated();
    }

    @Test
    void withASecondFactorThePasswordAloneOpensNothingAndEachCodeOpensOnce() {
        var codes = enrol(owner);
        var thief = new Visitor(port);

        refused(signIn(thief, PASSWORD, null), 401, "identity.second-factor-needed");
        refused(signIn(thief, PASSWORD, "000000"), 422, "identity.second-factor-wrong");
        signIn(thief, PASSWORD, codes.getFirst()).expectStatus().isCreated();
        refused(signIn(thief, PASSWORD, codes.getFirst()), 422, "identity.second-factor-wrong");
        refused(
                owner.post("/api/v1/account/second-factor", Map.of("password", PASSWORD)),
                409,
                "identity.second-factor-on");

        owner.post("/api/v1/account/second-factor/removal", Map.of("password", PASSWORD, "code", codes.get(1)))
                .expectStatus()
                .isNoContent();
        signIn(new Visitor(port), PASSWORD, null).expectStatus().isCreated();
    }

    @Test
    void wrongCodesLockAsWrongPasswordsDo() {
        enrol(owner);
        var thief = new Visitor(port);
        for (int i = 0; i < 5; i++) {
            signIn(thief, PASSWORD, "guess" + i).expectStatus().isEqualTo(422);
        }

        refused(signIn(thief, PASSWORD, "000000"), 429, "identity.sign-in-locked");
    }

    @Test
    void anOfficerWithoutASecondFactorLosesTheOfficeWhenItIsDueAndGetsItBackWithOne() {
        var officer = Officials.with(database, port, Role.RESIDENT, Role.REGULATOR);
        assertThat(standing(officer).at("/dueAt").asString()).isNotEmpty();
        database.sql("update identity.account set office_since = now() - interval '31 days' where id = :id")
                .bind(
                        "id",
                        UUID.fromString(Visitor.json(officer.get("/api/v1/session"))
                                .at("/account/id")
                                .asString()))
                .then()
                .block();

        officer.signIn(PASSWORD).expectStatus().isCreated();
        officer.get("/api/v1/oversight/trades").expectStatus().isForbidden();

        var codes = enrol(officer);
        officer.post(
                        "/api/v1/session",
                        Map.of("contact", officer.contact(), "password", PASSWORD, "code", codes.getFirst()))
                .expectStatus()
                .isCreated();
        officer.get("/api/v1/oversight/trades").expectStatus().isOk();
    }

    /** The recovery codes. */
    private static List<String> enrol(Visitor person) {
        var enrolment = Visitor.json(person.post("/api/v1/account/second-factor", Map.of("password", PASSWORD)));
        var secret = secretIn(enrolment.at("/secret").asString());
        assertThat(enrolment.at("/address").asString()).startsWith("otpauth://totp/Xunshi:");
        var confirmed = Visitor.json(person.post(
                "/api/v1/account/second-factor/confirmation", Map.of("code", TimeCode.at(secret, Instant.now()))));
        assertThat(standing(person).at("/on").asBoolean()).isTrue();
        return confirmed.at("/codes").valueStream().map(JsonNode::asString).toList();
    }

    private static byte[] secretIn(String base32) {
        var bits = base32.chars()
                .mapToObj(letter -> Integer.toBinaryString(32 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter))
                        .substring(1))
                .reduce("", String::concat);
        var secret = new byte[bits.length() / 8];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return secret;
    }

    private static JsonNode standing(Visitor person) {
        return Visitor.json(person.get("/api/v1/account/second-factor"));
    }

    private ResponseSpec signIn(Visitor browser, String password, @Nullable String code) {
        var body = code == null
                ? Map.of("contact", owner.contact(), "password", password)
                : Map.of("contact", owner.contact(), "password", password, "code", code);
        return browser.post("/api/v1/session", body);
    }

    private ResponseSpec change(String password, String contact, String code) {
        return owner.put("/api/v1/account/contact", Map.of("password", password, "contact", contact, "code", code));
    }

    private String maskedContact() {
        return Visitor.json(owner.get("/api/v1/session"))
                .at("/account/maskedContact")
                .asString();
    }

    private static List<JsonNode> sessions(Visitor person) {
        return StreamSupport.stream(
                        Visitor.json(person.get("/api/v1/account/sessions"))
                                .at("/items")
                                .spliterator(),
                        false)
                .toList();
    }

    private static boolean isSignedIn(Visitor person) {
        return !Visitor.json(person.get("/api/v1/session")).at("/account").isNull();
    }

    private List<String> kindsOfNotices() {
        return StreamSupport.stream(
                        Visitor.json(owner.get("/api/v1/my/notifications"))
                                .at("/items")
                                .spliterator(),
                        false)
                .map(notice -> notice.at("/kind").asString())
                .toList();
    }

    private static List<String> templatesTo(String contact) {
        return OutsideWorld.messagesTo(contact).stream()
                .map(message -> message.at("/template").asString())
                .toList();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
