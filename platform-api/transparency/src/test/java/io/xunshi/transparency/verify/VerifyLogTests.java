package io.xunshi.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyLogTests {
    private final AtomicInteger asked = new AtomicInteger();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer site;

    @BeforeEach
    void aSiteAsksToSlowDownAndHasNoLog() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            var isTooSoon = asked.getAndIncrement() == 0;
            if (isTooSoon) {
                exchange.getResponseHeaders().add("Retry-After", "1");
            }
            exchange.sendResponseHeaders(isTooSoon ? 429 : 404, -1);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    @Test
    void whoIsAskedToSlowDownAsksAgain() {
        var address = URI.create("http://localhost:" + site.getAddress().getPort());

        int status = VerifyLog.verify(address, new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("was answered with 404");
        assertThat(asked).hasValue(2);
    }
}
