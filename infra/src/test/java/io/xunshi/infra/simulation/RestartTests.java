package io.xunshi.infra.simulation;

import static io.xunshi.infra.simulation.RunningSimulation.json;
import static io.xunshi.infra.simulation.RunningSimulation.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.server.Variables;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class RestartTests {

    @RegisterExtension
    private final RunningSimulation world = new RunningSimulation();

    @Test
    void aPaidPaymentIsStillKnown() throws Exception {
        String id = world.payment();
        world.submit("/pay/" + id, "pay");
        world.api("/v1/payment_intents/" + id + "/capture", Map.of());
        world.api("/v1/refunds", Map.of("payment_intent", id, "amount", "8000"));
        JsonNode before = world.paymentIntent(id);

        world.restart();

        assertThat(world.paymentIntent(id)).isEqualTo(before);
        assertThat(before.at("/latest_charge/amount_refunded").asLong()).isEqualTo(8_000);
    }

    @Test
    void aKeyStillStandsForItsAnswer() throws Exception {
        String before = world.api("/v1/payment_intents", open(), "key").body();

        world.restart();

        assertThat(world.api("/v1/payment_intents", open(), "key").body()).isEqualTo(before);
        assertThat(json(world.command("GET", "/simulation/payments?order=order-1", ""))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void thePlatformFindsTheProvidersByTheirVariables() {
        String url = world.simulation().url().toString();

        assertThat(world.simulation().environment())
                .containsOnly(
                        Map.entry(Variables.PAYMENT_URL, url),
                        Map.entry(Variables.PAYMENT_SECRET_KEY, "sk_test_simulation"),
                        Map.entry(Variables.PAYMENT_WEBHOOK_SECRET, RunningSimulation.SECRET),
                        Map.entry(Variables.NOTICE_URL, url),
                        Map.entry(Variables.REAL_NAME_URL, url),
                        Map.entry(Variables.STOLEN_GOODS_URL, url),
                        Map.entry(Variables.CARRIER_URL, url),
                        Map.entry(Variables.CARRIER_KEY, "sk_test_simulation"),
                        Map.entry(Variables.CARRIER_WEBHOOK_SECRET, RunningSimulation.SECRET),
                        Map.entry(Variables.PUSH_SERVICES, url));
    }
}
