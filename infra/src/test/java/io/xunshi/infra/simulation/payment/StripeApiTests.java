package io.xunshi.infra.simulation.payment;

import static io.xunshi.infra.simulation.RunningSimulation.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.simulation.RunningSimulation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StripeApiTests {

    @RegisterExtension
    private final RunningSimulation world = new RunningSimulation();

    @Test
    void aPaymentGoesFromOpenOverHeldToTaken() throws Exception {
        String id = world.payment();
        assertThat(status(id)).isEqualTo("requires_payment_method");

        pay(id);
        assertThat(status(id)).isEqualTo("requires_capture");
        assertThat(world.paymentIntent(id).at("/amount_capturable").asLong()).isEqualTo(28_000);

        JsonNode captured = json(world.api("/v1/payment_intents/" + id + "/capture", Map.of()));
        assertThat(captured.at("/status").asString()).isEqualTo("succeeded");
        assertThat(captured.at("/amount_received").asLong()).isEqualTo(28_000);
    }

    @Test
    void aPaymentKeepsWhatItWasOpenedWith() throws Exception {
        JsonNode payment = world.paymentIntent(world.payment());

        assertThat(payment.at("/object").asString()).isEqualTo("payment_intent");
        assertThat(payment.at("/amount").asLong()).isEqualTo(28_000);
        assertThat(payment.at("/currency").asString()).isEqualTo("cny");
        assertThat(payment.at("/description").asString()).isEqualTo("宜家书柜");
        assertThat(payment.at("/metadata/order").asString()).isEqualTo("order-1");
        assertThat(payment.at("/livemode").asBoolean()).isFalse();
    }

    @Test
    void theChargeIsAnIdUnlessItIsExpanded() throws Exception {
        String id = world.payment();
        pay(id);

        assertThat(json(world.api("/v1/payment_intents/" + id))
                        .at("/latest_charge")
                        .asString())
                .startsWith("ch_");
        assertThat(world.paymentIntent(id).at("/latest_charge/payment_intent").asString())
                .isEqualTo(id);
    }

    @Test
    void whatIsNotCapturedByHandIsTakenAtOnce() throws Exception {
        var form = new HashMap<>(RunningSimulation.open());
        form.put("capture_method", "automatic");
        String id = json(world.api("/v1/payment_intents", form)).at("/id").asString();

        pay(id);

        assertThat(status(id)).isEqualTo("succeeded");
    }

    @Test
    void aPaymentIsCanceledBeforeItIsTakenAndNotAfter() throws Exception {
        String open = world.payment();
        assertThat(world.api("/v1/payment_intents/" + open + "/cancel", Map.of())
                        .statusCode())
                .isEqualTo(200);
        assertThat(status(open)).isEqualTo("canceled");

        String taken = taken();
        HttpResponse<String> refused = world.api("/v1/payment_intents/" + taken + "/cancel", Map.of());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("payment_intent_unexpected_state");
        assertThat(status(taken)).isEqualTo("succeeded");
    }

    @Test
    void whatIsNotHeldCannotBeCaptured() throws Exception {
        HttpResponse<String> refused = world.api("/v1/payment_intents/" + world.payment() + "/capture", Map.of());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void whatWasTakenIsRefundedInPartsAndNeverMoreThanOnce() throws Exception {
        String id = taken();

        JsonNode first = json(refund(id, Map.of("amount", "8000")));
        assertThat(first.at("/status").asString()).isEqualTo("succeeded");
        assertThat(json(world.api("/v1/refunds/" + first.at("/id").asString()))
                        .at("/amount")
                        .asLong())
                .isEqualTo(8_000);
        assertThat(code(refund(id, Map.of("amount", "20001")))).isEqualTo("parameter_invalid");
        assertThat(json(refund(id, Map.of())).at("/amount").asLong()).isEqualTo(20_000);
        assertThat(code(refund(id, Map.of()))).isEqualTo("charge_already_refunded");

        JsonNode charge = world.paymentIntent(id).at("/latest_charge");
        assertThat(charge.at("/amount_refunded").asLong()).isEqualTo(28_000);
        assertThat(charge.at("/refunded").asBoolean()).isTrue();
    }

    @Test
    void aPayoutIsOnItsWayAndThenPaid() throws Exception {
        JsonNode payout = json(world.api("/v1/payouts", Map.of("amount", "27832", "currency", "cny")));
        assertThat(payout.at("/status").asString()).isEqualTo("pending");

        Waiting.until(() -> payoutStatus(payout.at("/id").asString()).equals("paid"));
    }

    @Test
    void nobodyEntersWithoutTheSecretKey() throws Exception {
        String id = world.payment();

        HttpResponse<String> without = world.send(world.request("/v1/payment_intents/" + id));
        HttpResponse<String> wrong =
                world.send(world.request("/v1/payment_intents/" + id).header("Authorization", "Bearer sk_other"));

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(json(wrong).at("/error/type").asString()).isEqualTo("invalid_request_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/payment_intents/pi_none", "/v1/refunds/re_none", "/v1/payouts/po_none"})
    void anUnknownObjectIsMissing(String path) throws Exception {
        HttpResponse<String> answer = world.api(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(code(answer)).isEqualTo("resource_missing");
    }

    @Test
    void anUnknownAddressIsRefusedInStripesForm() throws Exception {
        HttpResponse<String> answer = world.api("/v1/customers");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).at("/error/message").asString()).contains("Unrecognized request URL");
    }

    @ParameterizedTest
    @CsvSource({
        "amount, '', parameter_missing",
        "amount, -1, parameter_invalid",
        "amount, 0, parameter_invalid",
        "amount, 1.5, parameter_invalid",
        "amount, 100000000, parameter_invalid",
        "currency, yuan, parameter_invalid",
        "capture_method, later, parameter_invalid",
        "return_url, javascript:alert(1), parameter_invalid",
        "colour, red, parameter_unknown"
    })
    void aWrongParameterIsNamed(String name, String value, String code) throws Exception {
        var form = new HashMap<>(RunningSimulation.open());
        form.put(name, value);

        HttpResponse<String> refused = world.api("/v1/payment_intents", form);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(json(refused).at("/error/param").asString()).isEqualTo(name);
    }

    @Test
    void wiremocksOwnAdministrationIsShut() throws Exception {
        HttpResponse<String> answer =
                world.send(world.request("/__admin/mappings").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private String taken() throws Exception {
        String id = world.payment();
        pay(id);
        world.api("/v1/payment_intents/" + id + "/capture", Map.of());
        return id;
    }

    private HttpResponse<String> refund(String payment, Map<String, String> more) throws Exception {
        var form = new HashMap<>(more);
        form.put("payment_intent", payment);
        return world.api("/v1/refunds", form);
    }

    private void pay(String id) throws Exception {
        world.command("POST", "/simulation/payments/" + id + "/pay", "");
    }

    private String status(String id) throws Exception {
        return world.paymentIntent(id).at("/status").asString();
    }

    private String payoutStatus(String id) throws Exception {
        return json(world.api("/v1/payouts/" + id)).at("/status").asString();
    }

    private static String code(HttpResponse<String> response) {
        return json(response).at("/error/code").asString();
    }
}
