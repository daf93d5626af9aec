package io.xunshi.platform.identity;

import static io.xunshi.platform.Visitor.PASSWORD;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class SignInIT {
    @LocalServerPort
    private int port;

    private Visitor person;

    @BeforeEach
    void somebodyHasAnAccount() {
        person = new Visitor(port).signUp("常先生");
    }

    @Test
    void signingOutEndsTheSessionAndThePasswordBeginsANewOne() {
        person.delete("/api/v1/session").expectStatus().isNoContent();
        person.get("/api/v1/session").expectBody().jsonPath("$.account").isEmpty();

        person.signIn(PASSWORD).expectStatus().isCreated();

        person.get("/api/v1/session")
                .expectBody()
                .jsonPath("$.account.displayName")
                .isEqualTo("常先生");
    }

    @Test
    void aWrongPasswordAndAnUnknownContactGetTheSameAnswer() {
        person.signIn("not the password")
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("identity.sign-in-failed");

        new Visitor(port)
                .signIn("not the password")
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("identity.sign-in-failed");
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneHasToWait() {
        for (int i = 0; i < 5; i++) {
            person.signIn("guess number " + i).expectStatus().isUnauthorized();
        }

        person.signIn(PASSWORD)
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("identity.sign-in-locked");
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndKeepsThisOne() {
        var phone = new Visitor(port);
        phone.post("/api/v1/session", Map.of("contact", person.contact(), "password", PASSWORD));

        person.put("/api/v1/account/password", Map.of("currentPassword", PASSWORD, "newPassword", "another good one"))
                .expectStatus()
                .isNoContent();

        phone.get("/api/v1/session").expectBody().jsonPath("$.account").isEmpty();
        person.get("/api/v1/session")
                .expectBody()
                .jsonPath("$.account.displayName")
                .isEqualTo("常先生");
    }

    @Test
    void aForgottenPasswordIsResetWithACode() {
        person.post("/api/v1/codes", Map.of("contact", person.contact(), "purpose", "RESET_PASSWORD"))
                .expectStatus()
                .isNoContent();
        var code = OutsideWorld.messagesTo(person.contact())
                .getLast()
                .at("/parameters/code")
                .asString();

        person.post(
                        "/api/v1/password-resets",
                        Map.of("contact", person.contact(), "code", code, "newPassword", "remembered this time"))
                .expectStatus()
                .isNoContent();

        person.get("/api/v1/session").expectBody().jsonPath("$.account").isEmpty();
        person.signIn("remembered this time").expectStatus().isCreated();
    }

    @Test
    void aNameThatBelongsToTheNumberIsVerifiedOnce() {
        var identity = Map.of("name", "常明", "idNumber", "11010519491231002X");

        person.post("/api/v1/account/real-name-verifications", identity)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.realNameVerified")
                .isEqualTo(true);

        person.post("/api/v1/account/real-name-verifications", identity)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("identity.real-name-already-verified");
    }

    @Test
    void aNameThatDoesNotBelongToTheNumberIsNotVerified() {
        person.post("/api/v1/account/real-name-verifications", Map.of("name", "不符", "idNumber", "11010519491231002X"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("identity.real-name-no-match");
    }

    @Test
    void onlyAnAdministratorGrantsRoles() {
        person.put(
                        "/api/v1/accounts/019a5c00-0000-7000-8000-000000000001/roles",
                        Map.of("roles", new String[] {"REGULATOR"}))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("http.forbidden");
        new Visitor(port)
                .put(
                        "/api/v1/accounts/019a5c00-0000-7000-8000-000000000001/roles",
                        Map.of("roles", new String[] {"REGULATOR"}))
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("http.not-signed-in");
    }
}
