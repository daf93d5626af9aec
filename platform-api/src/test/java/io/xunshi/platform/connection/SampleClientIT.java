package io.xunshi.platform.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.fulfilment.Haul;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample client that integrators begin with does what it says, run as they run it. */
@PlatformTest
class SampleClientIT {
    private static final Path SOURCE = Path.of("../docs/sample-client/XunshiClient.java");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @TempDir
    private Path folder;

    @Test
    void itPublishesALotFromTheStockAndReadsDeals() throws Exception {
        var yard = Yard.filed(database, port, "示例企业");
        var machine = Machine.of(port, yard, "TRADER");

        assertThat(run(machine, "organisations").at("/0/organisation/id").asString())
                .isEqualTo(yard.id());
        assertThat(output(machine, "materials")).contains(Yard.OLD_EXTRUSIONS);
        run(
                machine,
                "receive",
                yard.id(),
                file(Map.of(
                        "materialCode",
                        Yard.OLD_EXTRUSIONS,
                        "quantity",
                        28_000_000,
                        "source",
                        "PRODUCTIVE_UNIT",
                        "reference",
                        "GP-0001",
                        "happenedOn",
                        Yard.TODAY.toString())));
        var lot = run(machine, "publish", yard.id(), file(Yard.lot(28_000)));
        assertThat(lot.at("/state").asString()).isEqualTo("OFFERED");

        var deal = Yard.filed(database, port, "示例买方").bought(lot);
        assertThat(run(machine, "deals", yard.id()).at("/items/0/id").asString())
                .isEqualTo(deal);
    }

    @Test
    void itSendsATicketOfTheWeighbridge() throws Exception {
        var haul = Haul.signed(database, port);
        var load = haul.dispatched();
        var weigher = Machine.of(port, haul.seller(), "WEIGHER");
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        run(
                weigher,
                "weigh",
                load,
                file(Map.of(
                        "organisationId",
                        haul.seller().id(),
                        "scale",
                        "SELLER",
                        "source",
                        "DEVICE",
                        "device",
                        "S-01",
                        "plate",
                        haul.seen().at("/loads/0/plate").asString(),
                        "grossGrams",
                        32_180_000,
                        "grossAt",
                        now.minusSeconds(60).toString(),
                        "tareGrams",
                        12_180_000,
                        "tareAt",
                        now.minusSeconds(600).toString(),
                        "documentIds",
                        List.of())));

        assertThat(haul.seen().at("/loads/0/tickets")).hasSize(1);
    }

    @Test
    void itBelievesWebhooksThatAreSigned() throws Exception {
        var yard = Yard.filed(database, port, "示例接收方");
        var listening = freePort();
        var endpoint = Visitor.json(yard.owner()
                        .post(
                                yard.path("/webhook-endpoints"),
                                Map.of(
                                        "url",
                                        "http://127.0.0.1:" + listening + "/",
                                        "eventTypes",
                                        List.of("io.xunshi.deal.signed"))))
                .at("/id")
                .asString();
        var secret = Visitor.json(yard.owner()
                        .post(yard.path("/webhook-endpoints/" + endpoint + "/secrets"), Map.of("overlapHours", 0)))
                .at("/secret")
                .asString();
        var printed = folder.resolve("printed");
        var listener = process(Map.of("XUNSHI_WEBHOOK_SECRET", secret), "listen", String.valueOf(listening))
                .redirectOutput(printed.toFile())
                .start();
        try {
            await().atMost(PATIENCE).until(() -> Files.readString(printed).contains("Listening"));
            yard.owner()
                    .post(yard.path("/webhook-endpoints/" + endpoint + "/test-events"), Map.of())
                    .expectStatus()
                    .isCreated();
            await().atMost(PATIENCE).until(() -> Files.readString(printed).contains("io.xunshi.test"));
        } finally {
            listener.destroy();
        }
    }

    private JsonNode run(Machine machine, String... arguments) throws Exception {
        return JsonMapper.shared().readTree(output(machine, arguments));
    }

    private String output(Machine machine, String... arguments) throws Exception {
        var printed = folder.resolve("output");
        var process = process(
                        Map.of(
                                "XUNSHI_URL", "http://127.0.0.1:" + port,
                                "XUNSHI_CLIENT_ID", machine.id(),
                                "XUNSHI_CLIENT_SECRET", machine.secret()),
                        arguments)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(printed)).isZero();
        return Files.readString(printed);
    }

    private static ProcessBuilder process(Map<String, String> environment, String... arguments) {
        var line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), SOURCE.toString()));
        line.addAll(List.of(arguments));
        var process = new ProcessBuilder(line);
        process.environment().putAll(environment);
        return process;
    }

    private String file(Map<String, Object> body) throws IOException {
        return Files.writeString(
                        folder.resolve("body.json"), JsonMapper.shared().writeValueAsString(body))
                .toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
