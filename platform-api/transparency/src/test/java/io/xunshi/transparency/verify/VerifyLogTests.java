package io.xunshi.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier as people run it. */
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
        int status = verify("http://localhost:" + site.getAddress().getPort(), null, null);

        assertThat(status).isEqualTo(2);
        assertThat(text()).contains("was answered with 404");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aFolderIsCheckedAsASiteIs(@TempDir Path folder) throws IOException {
        keep(Logs.filesOf(Logs.records(300, 6)), folder);

        assertThat(verify(folder.toString(), null, null)).isEqualTo(2);
        Files.writeString(folder.resolve("api/v1/auctions?limit=60"), "{\"items\":[],\"nextCursor\":null}");
        assertThat(verify(folder.toString(), null, null)).isZero();
        assertThat(text()).contains("is sound", "300 records", "by w1 (witness.example/1), w2", "0 auctions");

        Files.writeString(folder.resolve("log/tile/0/000"), "another");
        assertThat(verify(folder.toString(), null, null)).isEqualTo(1);
        assertThat(text()).contains("is NOT sound: tile/0/000");
    }

    @Test
    void aMirrorOfTheLogAloneIsCheckedWithoutWhatStandsBesideIt(@TempDir Path folder) throws IOException {
        var files = new HashMap<>(Logs.filesOf(Logs.records(3, 6)));
        files.keySet().removeIf(path -> path.startsWith("api"));
        keep(files, folder);

        assertThat(verify(folder.toString(), null, null)).isZero();
        assertThat(text()).contains("figures, auctions and reference prices are not there");
    }

    @Test
    void whatIsReadOfASiteMayBeKeptAndCheckedAgain(@TempDir Path folder) {
        serve(Logs.site(300));
        var address = "http://localhost:" + site.getAddress().getPort();

        assertThat(verify(address, null, folder)).isZero();
        stop();
        assertThat(verify(folder.toString(), null, null)).isZero();
    }

    @Test
    void oneProofIsCheckedByThePolicyThatIsGiven(@TempDir Path folder) throws IOException {
        var proof = Files.write(folder.resolve("D000-42.tlog-proof"), Logs.proof(300, 42));
        var policy = Files.writeString(folder.resolve("policy"), Logs.policy());
        var strangers = Files.writeString(folder.resolve("strangers"), "quorum none\n");

        assertThat(verify(proof.toString(), policy, null)).isZero();
        assertThat(text()).contains("42 is in it", "D000-0000-0042-0");
        assertThat(verify(proof.toString(), null, null)).isEqualTo(2);
        assertThat(verify(proof.toString(), strangers, null)).isEqualTo(1);
        assertThat(verify(folder.resolve("missing.tlog-proof").toString(), policy, null))
                .isEqualTo(2);
    }

    @Test
    void aSiteThatNamesOtherKeysThanOneKnowsIsNotBelieved(@TempDir Path folder) throws IOException {
        keep(Logs.filesOf(Logs.records(3, 6)), folder);
        var policy = Files.writeString(folder.resolve("known"), Logs.policy().replace("group g 2", "group g 3"));

        assertThat(verify(folder.toString(), policy, null)).isEqualTo(1);
        assertThat(text()).contains("Cosigned by 2 of 3 known witnesses");
    }

    private void serve(Map<String, byte[]> files) {
        site.removeContext("/");
        site.createContext("/", exchange -> {
            var file = files.get(exchange.getRequestURI().toString().substring(1));
            try (exchange) {
                exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
                if (file != null) {
                    exchange.getResponseBody().write(file);
                }
            }
        });
    }

    private static void keep(Map<String, byte[]> files, Path folder) throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getValue());
        }
    }

    private int verify(String subject, @Nullable Path policy, @Nullable Path keep) {
        said.reset();
        return new VerifyLog(new PrintStream(said, true, StandardCharsets.UTF_8))
                .verify(new VerifyLog.Task(subject, policy, keep));
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
