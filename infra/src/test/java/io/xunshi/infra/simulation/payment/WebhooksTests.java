package io.xunshi.infra.simulation.payment;

import static io.xunshi.infra.simulation.RunningSimulation.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.simulation.RunningSimulation;
import io.xunshi.infra.simulation.RunningSimulation.Webhook;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class WebhooksTests {

    @RegisterExtension
    private final RunningSimulation world = new RunningSimulation();

    @Test
    void thePlatformHearsOfEachStepItDidNotTakeItselfAndOfTheEnd() throws Exception {
        String id = world.payment();
        command("POST", "/simulation/payments/" + id + "/decline", "");
        awaitWebhooks(1);
        command("POST", "/simulation/payments/" + id + "/pay", "");
        awaitWebhooks(2);
        world.api("/v1/payment_intents/" + id + "/capture", Map.of());
        awaitWebhooks(3);
        world.api("/v1/refunds", Map.of("payment_intent", id));
        awaitWebhooks(4);

        assertThat(types())
                .containsExactly(
                        "payment_intent.payment_failed",
                        "payment_intent.amount_capturable_updated",
                        "payment_intent.succeeded",
                        "charge.refunded");
        assertThat(world.webhooks().get(1).json().at("/data/object/id").asString())
                .isEqualTo(id);
        assertThat(world.webhooks()
                        .get(3)
                        .json()
                        .at("/data/object/payment_intent")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void aWebhookIsSignedOverItsTimeAndBody() throws Exception {
        paid();
        awaitWebhooks(1);
        Webhook webhook = world.webhooks().getFirst();
        Map<String, String> signature = Stream.of(webhook.signature().split(","))
                .collect(Collectors.toMap(part -> part.split("=")[0], part -> part.split("=")[1]));
        String time = signature.getOrDefault("t", "0");

        assertThat(Instant.ofEpochSecond(Long.parseLong(time)))
                .isCloseTo(Instant.now(), Assertions.within(Duration.ofMinutes(1)));
        assertThat(signature).containsEntry("v1", hmac(time + "." + webhook.body()));
    }

    @Test
    void aRefusedWebhookIsSentAgainWithTheSameId() throws Exception {
        world.refuseWebhooks(2);

        paid();
        awaitWebhooks(1);

        assertThat(json(command("GET", "/simulation/webhooks", ""))
                        .at("/undelivered")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void heldWebhooksAreDeliveredInAnyOrderAndAsOftenAsWanted() throws Exception {
        command("PUT", "/simulation/webhooks", "{\"held\":true}");
        String id = paid();
        world.api("/v1/payment_intents/" + id + "/capture", Map.of());
        List<JsonNode> events = json(command("GET", "/simulation/webhooks/events?object=" + id, ""))
                .valueStream()
                .toList();
        assertThat(events)
                .extracting(event -> event.at("/type").asString())
                .containsExactly(
                        "payment_intent.created",
                        "payment_intent.amount_capturable_updated",
                        "payment_intent.succeeded");
        assertThat(world.webhooks()).isEmpty();
        String created = events.get(0).at("/id").asString();
        String held = events.get(1).at("/id").asString();
        String taken = events.get(2).at("/id").asString();

        JsonNode deliveries = json(command(
                "POST",
                "/simulation/webhooks/deliveries",
                "{\"events\":[\"%s\",\"%s\",\"%s\",\"%s\"]}".formatted(taken, held, taken, created)));

        assertThat(deliveries
                        .valueStream()
                        .map(delivery -> delivery.at("/status").asInt()))
                .containsExactly(200, 200, 200, 200);
        assertThat(world.webhooks()).extracting(Webhook::id).containsExactly(taken, held, taken, created);
    }

    @Test
    void releasedWebhooksComeByThemselves() throws Exception {
        command("PUT", "/simulation/webhooks", "{\"held\":true}");
        paid();

        command("PUT", "/simulation/webhooks", "{\"held\":false}");

        awaitWebhooks(1);
    }

    @Test
    void whatWasNotDeliveredBeforeARestartIsDeliveredAfterIt() throws Exception {
        command("PUT", "/simulation/webhooks", "{\"held\":true}");
        paid();

        world.restart();

        awaitWebhooks(1);
        assertThat(types()).containsExactly("payment_intent.amount_capturable_updated");
    }

    @Test
    void whatWasDeliveredBeforeARestartIsNotDeliveredAgain() throws Exception {
        paid();
        awaitWebhooks(1);
        Waiting.until(() -> undelivered() == 0);

        world.restart();
        paid();
        awaitWebhooks(2);
        Waiting.until(() -> undelivered() == 0);

        assertThat(world.webhooks()).extracting(Webhook::id).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownEventCannotBeDelivered() throws Exception {
        HttpResponse<String> refused =
                command("POST", "/simulation/webhooks/deliveries", "{\"events\":[\"evt_none\"]}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("evt_none");
    }

    private String paid() throws Exception {
        String id = world.payment();
        command("POST", "/simulation/payments/" + id + "/pay", "");
        return id;
    }

    private int undelivered() throws Exception {
        return json(command("GET", "/simulation/webhooks", ""))
                .at("/undelivered")
                .asInt();
    }

    private HttpResponse<String> command(String method, String path, String body) throws Exception {
        return world.command(method, path, body);
    }

    private void awaitWebhooks(int count) throws Exception {
        Waiting.until(() -> world.webhooks().size() == count);
    }

    private List<String> types() {
        return world.webhooks().stream().map(Webhook::type).toList();
    }

    private static String hmac(String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(RunningSimulation.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
