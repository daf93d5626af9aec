package io.xunshi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** A refusal's type is an address that explains it. */
@PlatformTest
class ProblemPagesIT {
    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void somebodyComes() {
        visitor = new Visitor(port);
    }

    @Test
    void everyProblemIsExplained() {
        var all = Visitor.json(visitor.get("/api/v1/problems"));

        assertThat(all).hasSizeGreaterThan(60).allSatisfy(problem -> {
            assertThat(Visitor.json(visitor.get(
                            "/api/v1/problems/" + problem.at("/code").asString())))
                    .isEqualTo(problem);
            assertThat(problem.at("/status").intValue()).isBetween(400, 599);
            assertThat(problem.at("/detail").asString()).isNotBlank().doesNotContain("{", "''");
        });
    }

    @Test
    void theTypeOfARefusalLeadsToItsPage() {
        visitor.request(HttpMethod.GET, "/problems/listing.not-found")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("<title>There is no such listing</title>"));
    }

    @Test
    void theReaderIsToldInTheirLanguage() {
        visitor.request(HttpMethod.GET, "/api/v1/problems/http.not-found")
                .headers(headers -> headers.remove("Accept-Language"))
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("这里什么都没有");
    }

    @Test
    void aProblemThatWeHaveNotIsNotFound() {
        visitor.get("/api/v1/problems/no.such-problem").expectStatus().isNotFound();
        visitor.get("/problems/no.such-problem")
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML);
    }
}
