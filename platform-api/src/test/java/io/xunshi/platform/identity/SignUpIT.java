package io.xunshi.platform.identity;

import static io.xunshi.platform.Visitor.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

@PlatformTest
class SignUpIT {
    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void somebodyOpensThePage() {
        visitor = new Visitor(port);
    }

    @Test
    void whoReadsTheCodeBecomesAResidentAndIsSignedIn() {
        visitor.signUp("王奶奶");

        visitor.get("/api/v1/session")
                .expectBody()
                .jsonPath("$.account.displayName")
                .isEqualTo("王奶奶")
                .jsonPath("$.account.maskedContact")
                .isEqualTo(visitor.contact().replaceAll("^(...)....", "$1****"))
                .jsonPath("$.account.roles")
                .isEqualTo(java.util.List.of("RESIDENT"))
                .jsonPath("$.account.realNameVerified")
                .isEqualTo(false);
    }

    @Test
    void aWrongCodeOpensNoAccount() {
        visitor.post("/api/v1/codes", Map.of("contact", visitor.contact(), "purpose", "SIGN_UP"));

        visitor.post("/api/v1/accounts", account("000000x"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("identity.code-not-valid");
    }

    @Test
    void aCodeIsWorthNothingAfterFiveWrongTries() {
        visitor.post("/api/v1/codes", Map.of("contact", visitor.contact(), "purpose", "SIGN_UP"));
        for (int i = 0; i < 5; i++) {
            visitor.post("/api/v1/accounts", account("wrong" + i))
                    .expectStatus()
                    .isEqualTo(422);
        }

        visitor.post("/api/v1/accounts", account(newestCode())).expectStatus().isEqualTo(422);
    }

    @Test
    void aCodeIsGoodOnce() {
        visitor.signUp("第一次");
        var other = new Visitor(port);

        other.post("/api/v1/accounts", account(newestCode()))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("identity.code-not-valid");
    }

    @Test
    void aSecondCodeWithinAMinuteIsRefusedAndSaysWhenToAskAgain() {
        visitor.post("/api/v1/codes", Map.of("contact", visitor.contact(), "purpose", "SIGN_UP"));

        visitor.post("/api/v1/codes", Map.of("contact", visitor.contact(), "purpose", "SIGN_UP"))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "60")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("identity.code-too-soon");
    }

    @Test
    void askingForACodeTellsNobodyWhoHasAnAccount() {
        visitor.post("/api/v1/codes", Map.of("contact", "nobody@example.com", "purpose", "RESET_PASSWORD"))
                .expectStatus()
                .isNoContent();

        assertThat(OutsideWorld.messagesTo("nobody@example.com")).isEmpty();
    }

    @Test
    void theCodeIsNowhereInTheAnswer() {
        var answer = visitor.post("/api/v1/codes", Map.of("contact", visitor.contact(), "purpose", "SIGN_UP"))
                .expectBody()
                .returnResult();

        assertThat(answer.getResponseBodyContent()).isNullOrEmpty();
        assertThat(answer.getResponseHeaders().toString()).doesNotContain(newestCode());
    }

    @Test
    void aPasswordThatEverybodyTriesFirstIsRefused() {
        visitor.post(
                        "/api/v1/accounts",
                        Map.of(
                                "contact",
                                visitor.contact(),
                                "code",
                                "123456",
                                "password",
                                "12345678",
                                "displayName",
                                "张三"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("identity.bad-password");
    }

    @Test
    void aChangeWithoutTheCsrfTokenIsRefused() {
        visitor.request(HttpMethod.POST, "/api/v1/codes")
                .headers(headers -> headers.remove("X-XSRF-TOKEN"))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("contact", visitor.contact(), "purpose", "SIGN_UP"))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("http.csrf");
        assertThat(OutsideWorld.messagesTo(visitor.contact())).isEmpty();
    }

    private Map<String, String> account(String code) {
        return Map.of("contact", visitor.contact(), "code", code, "password", PASSWORD, "displayName", "李四");
    }

    private String newestCode() {
        return OutsideWorld.messagesTo(visitor.contact())
                .getLast()
                .at("/parameters/code")
                .asString();
    }
}
