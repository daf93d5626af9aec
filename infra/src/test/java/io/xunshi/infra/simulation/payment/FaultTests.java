package io.xunshi.infra.simulation.payment;

import static io.xunshi.infra.simulation.RunningSimulation.json;
import static io.xunshi.infra.simulation.RunningSimulation.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.infra.simulation.RunningSimulation;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The provider misbehaves as it was told, and then behaves again. */
class FaultTests {

    @RegisterExtension
    private final RunningSimulation world = new RunningSimulation();

    @Test
    void theNextPayerIsDeclinedAndCanTryAgain() throws Exception {
        String id = world.payment();
        plan("DECLINE", 1);

        JsonNode declined = json(world.command("POST", "/simulation/payments/" + id + "/pay", ""));
        assertThat(declined.at("/status").asString()).isEqualTo("requires_payment_method");
        assertThat(declined.at("/last_payment_error/code").asString()).isEqualTo("card_declined");

        JsonNode paid = json(world.command("POST", "/simulation/payments/" + id + "/pay", ""));
        assertThat(paid.at("/status").asString()).isEqualTo("requires_capture");
        assertThat(paid.at("/last_payment_error").isNull()).isTrue();
    }

    @Test
    void theNextRequestsFailAndDoNothing() throws Exception {
        plan("ERROR", 2);

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> failed = world.api("/v1/payment_intents", open(), "key");
            assertThat(failed.statusCode()).isEqualTo(500);
            assertThat(json(failed).at("/error/type").asString()).isEqualTo("api_error");
        }
        assertThat(payments()).isZero();

        assertThat(world.api("/v1/payment_intents", open(), "key").statusCode()).isEqualTo(200);
    }

    @Test
    void aLostAnswerIsHadByAskingAgain() throws Exception {
        plan("ANSWER_LOST", 1);

        assertThatThrownBy(() -> world.api("/v1/payment_intents", open(), "key"))
                .isInstanceOf(IOException.class);
        assertThat(payments()).isEqualTo(1);

        assertThat(world.api("/v1/payment_intents", open(), "key").statusCode()).isEqualTo(200);
        assertThat(payments()).isEqualTo(1);
    }

    @Test
    void aTimeOutMayHideASuccess() throws Exception {
        String id = world.payment();
        plan("TIME_OUT_AFTER_SUCCESS", 1);

        assertThatThrownBy(() -> world.send(world.request("/v1/payment_intents/" + id + "/cancel")
                        .header("Authorization", "Bearer sk_test_simulation")
                        .header("Idempotency-Key", "key")
                        .POST(BodyPublishers.noBody())
                        .timeout(Duration.ofMillis(500))))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(world.paymentIntent(id).at("/status").asString()).isEqualTo("canceled");
    }

    @Test
    void theNextPayoutComesBack() throws Exception {
        plan("PAYOUT_FAILS", 1);

        String id = json(world.api("/v1/payouts", Map.of("amount", "100", "currency", "cny")))
                .at("/id")
                .asString();

        Waiting.until(() ->
                json(world.api("/v1/payouts/" + id)).at("/status").asString().equals("failed"));
        Waiting.until(() ->
                world.webhooks().stream().anyMatch(webhook -> webhook.type().equals("payout.failed")));
    }

    @Test
    void plannedFaultsAreListedAndForgotten() throws Exception {
        plan("ERROR", 3);
        assertThat(json(world.command("GET", "/simulation/faults", ""))
                        .at("/ERROR")
                        .asInt())
                .isEqualTo(3);

        world.command("DELETE", "/simulation/faults", "");

        assertThat(world.api("/v1/payment_intents", open()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"fault\":\"ERROR\"}",
                "{\"fault\":\"EXPLODE\",\"times\":1}",
                "{\"fault\":\"ERROR\",\"times\":0}",
                "{\"fault\":\"ERROR\",\"times\":1,\"soon\":true}"
            })
    void aCommandThatIsNotUnderstoodIsRefused(String body) throws Exception {
        HttpResponse<String> refused = world.command("POST", "/simulation/faults", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/error").asString()).isNotBlank();
    }

    @Test
    void aProviderThatIsDownBreaksConnectionsAndKnowsEverythingAfterwards() throws Exception {
        String id = world.payment();
        condition("payment", "{\"isUp\":false,\"latencyMillis\":0}");

        assertThatThrownBy(() -> world.api("/v1/payment_intents/" + id)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> world.page("/pay/" + id, "zh")).isInstanceOf(IOException.class);

        condition("payment", "{\"isUp\":true,\"latencyMillis\":0}");
        assertThat(world.paymentIntent(id).at("/id").asString()).isEqualTo(id);
    }

    @Test
    void whatHappensWhileTheProviderIsDownIsToldWhenItIsUpAgain() throws Exception {
        String id = world.payment();
        condition("payment", "{\"isUp\":false,\"latencyMillis\":0}");
        world.command("POST", "/simulation/payments/" + id + "/pay", "");

        condition("payment", "{\"isUp\":true,\"latencyMillis\":0}");

        Waiting.until(() -> world.webhooks().size() == 1);
    }

    @Test
    void aSlowProviderTakesItsTime() throws Exception {
        String id = world.payment();
        condition("payment", "{\"isUp\":true,\"latencyMillis\":300}");

        long begin = System.nanoTime();
        world.paymentIntent(id);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void eachProviderHasItsOwnTroubles() throws Exception {
        condition("notice", "{\"isUp\":false,\"latencyMillis\":0}");

        assertThatThrownBy(() -> world.command("POST", "/notices", "{}")).isInstanceOf(IOException.class);
        assertThat(world.api("/v1/payment_intents", open()).statusCode()).isEqualTo(200);

        world.command("DELETE", "/simulation/conditions", "");
        assertThat(world.command("POST", "/notices", "{}").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"isUp\":true,\"latencyMillis\":-1}", "{\"isUp\":true,\"latencyMillis\":60001}", "{}"})
    void anImpossibleConditionIsRefused(String body) throws Exception {
        assertThat(world.command("PUT", "/simulation/conditions/payment", body).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theProvidersAreNamedToWhoeverMistypesOne() throws Exception {
        HttpResponse<String> refused =
                world.command("PUT", "/simulation/conditions/bank", "{\"isUp\":true,\"latencyMillis\":0}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("payment", "notice", "real-name", "stolen-goods");
    }

    private void plan(String fault, int times) throws Exception {
        world.command("POST", "/simulation/faults", "{\"fault\":\"%s\",\"times\":%d}".formatted(fault, times));
    }

    private void condition(String provider, String body) throws Exception {
        assertThat(world.command("PUT", "/simulation/conditions/" + provider, body)
                        .statusCode())
                .isEqualTo(200);
    }

    private int payments() throws Exception {
        return json(world.command("GET", "/simulation/payments", "")).size();
    }
}
