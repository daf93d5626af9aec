package io.xunshi.platform.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What a caller may expect while something is down: an answer soon, and an honest one. */
final class Outage {
    /** Nobody is left waiting longer, whatever is down. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private Outage() {}

    /** The answer, which came in time. */
    static ResponseSpec inTime(Supplier<ResponseSpec> request) {
        var began = Instant.now();
        var answer = request.get();
        assertThat(Duration.between(began, Instant.now())).isLessThan(PATIENCE);
        return answer;
    }

    /** It opens as if nothing were wrong. */
    static void opens(Supplier<ResponseSpec> request) {
        inTime(request).expectStatus().isOk();
    }

    /** It is refused for now, says which way, and when to try again. */
    static void isUnavailable(String code, Supplier<ResponseSpec> request) {
        inTime(request)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }
}
