package io.xunshi.platform.http;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

@PlatformTest
class BadInputIT {
    private static final String CODES = "/api/v1/codes";

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void somebodyOpensThePage() {
        visitor = new Visitor(port);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "not JSON             | {\"contact\":                                                     | http.unreadable",
                "nothing at all       | ~~                                                                | http.unreadable",
                "trailing text        | {\"contact\":\"13800000000\",\"purpose\":\"SIGN_UP\"} and more    | http.unreadable",
                "unknown field        | {\"contact\":\"13800000000\",\"purpose\":\"SIGN_UP\",\"admin\":1} | http.invalid",
                "unknown enum value   | {\"contact\":\"13800000000\",\"purpose\":\"STEAL\"}               | http.invalid",
                "object for a string  | {\"contact\":{\"a\":1},\"purpose\":\"SIGN_UP\"}                   | http.invalid",
                "missing field        | {\"contact\":\"13800000000\"}                                     | http.invalid",
                "blank field          | {\"contact\":\" \",\"purpose\":\"SIGN_UP\"}                       | http.invalid",
                "SQL in a field       | {\"contact\":\"' or 1=1 --\",\"purpose\":\"SIGN_UP\"}             | identity.bad-contact",
                "a short number       | {\"contact\":\"1380000\",\"purpose\":\"SIGN_UP\"}                 | identity.bad-contact",
            })
    void isAnsweredWithWhatToMend(String what, String body, String code) {
        visitor.request(HttpMethod.POST, CODES)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.type")
                .isEqualTo("/problems/" + code);
    }

    @Test
    void anUnknownFieldIsNamed() {
        visitor.request(HttpMethod.POST, CODES)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"contact\":\"13800000000\",\"purpose\":\"SIGN_UP\",\"admin\":true}")
                .exchange()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("admin")
                .jsonPath("$.errors[0].message")
                .isEqualTo("There is no such field.");
    }

    @Test
    void tenMegabytesAreRefused() {
        visitor.request(HttpMethod.POST, CODES)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"contact\":\"" + "x".repeat(10_000_000) + "\",\"purpose\":\"SIGN_UP\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        visitor.request(HttpMethod.POST, CODES)
                .contentType(MediaType.APPLICATION_XML)
                .bodyValue("<contact/>")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void aMethodThatAnAddressHasNotIsRefused() {
        visitor.delete(CODES).expectStatus().isEqualTo(405);
    }

    @Test
    void theReaderIsToldInChineseUnlessEnglishIsPreferred() {
        visitor.request(HttpMethod.GET, "/api/v1/nothing-here")
                .headers(headers -> headers.remove("Accept-Language"))
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("这里什么都没有");
        visitor.get("/api/v1/nothing-here").expectBody().jsonPath("$.title").isEqualTo("Nothing is here");
    }
}
