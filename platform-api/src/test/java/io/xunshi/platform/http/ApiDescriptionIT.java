package io.xunshi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps docs/openapi.json equal to the code; the web client's types are generated from it. */
@PlatformTest
class ApiDescriptionIT {
    private static final Path DESCRIPTION = Path.of("docs/openapi.json");

    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Test
    void theDescriptionIsUpToDate() throws IOException {
        var current = described();
        if (Boolean.getBoolean("update-docs")) {
            Files.writeString(DESCRIPTION, current);
        }
        assertThat(current).as("run mvn verify -Dupdate-docs=true").isEqualTo(Files.readString(DESCRIPTION));
    }

    private String described() {
        var answer = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                // The first request makes the description, which takes its time on a busy machine.
                .responseTimeout(Duration.ofMinutes(1))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(answer)) + "\n";
    }
}
