package io.xunshi.infra.simulation.payment;

import static io.xunshi.infra.simulation.RunningSimulation.json;
import static io.xunshi.infra.simulation.RunningSimulation.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.simulation.RunningSimulation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyTests {

    @RegisterExtension
    private final RunningSimulation world = new RunningSimulation();

    @Test
    void aPostWithoutAKeyIsRefused() throws Exception {
        HttpResponse<String> refused = world.send(world.request("/v1/payment_intents")
                .header("Authorization", "Bearer sk_test_simulation")
                .POST(BodyPublishers.ofString("amount=28000&currency=cny")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/error/message").asString()).contains("Idempotency-Key");
    }

    @Test
    void theSameRequestAgainHasTheSameAnswer() throws Exception {
        HttpResponse<String> first = world.api("/v1/payment_intents", open(), "key");
        HttpResponse<String> again = world.api("/v1/payment_intents", open(), "key");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(payments()).isEqualTo(1);
    }

    @Test
    void aKeyIsNotForOtherParameters() throws Exception {
        world.api("/v1/payment_intents", open(), "key");
        var other = new HashMap<>(open());
        other.put("amount", "1");

        HttpResponse<String> refused = world.api("/v1/payment_intents", other, "key");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/error/type").asString()).isEqualTo("idempotency_error");
        assertThat(payments()).isEqualTo(1);
    }

    @Test
    void aKeyIsNotForAnotherAddress() throws Exception {
        String id = world.payment();
        world.api("/v1/payment_intents/" + id + "/cancel", Map.of(), "key");

        HttpResponse<String> refused = world.api("/v1/payment_intents/" + id + "/capture", Map.of(), "key");

        assertThat(json(refused).at("/error/type").asString()).isEqualTo("idempotency_error");
    }

    @Test
    void aRefusalIsRepeatedToo() throws Exception {
        String id = world.payment();
        String path = "/v1/payment_intents/" + id + "/capture";
        world.api(path, Map.of(), "key");
        world.command("POST", "/simulation/payments/" + id + "/pay", "");

        assertThat(world.api(path, Map.of(), "key").statusCode()).isEqualTo(400);
        assertThat(world.api(path, Map.of(), "another key").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyWhoseParametersWereWrongCanBeUsedAgain() throws Exception {
        world.api("/v1/payment_intents", Map.of("currency", "cny"), "key");

        assertThat(world.api("/v1/payment_intents", open(), "key").statusCode()).isEqualTo(200);
    }

    @Test
    void aCrowdWithOneKeyOpensOnePayment() throws Exception {
        var answers = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<String>>();
            Callable<String> call =
                    () -> world.api("/v1/payment_intents", open(), "key").body();
            for (int i = 0; i < 50; i++) {
                calls.add(threads.submit(call));
            }
            for (Future<String> answer : calls) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(1);
        assertThat(payments()).isEqualTo(1);
    }

    private int payments() throws Exception {
        return json(world.command("GET", "/simulation/payments", "")).size();
    }
}
