package io.xunshi.platform;

import io.xunshi.infra.simulation.ProviderSimulation;
import io.xunshi.infra.simulation.SimulationClient;
import io.xunshi.infra.simulation.SimulationSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The providers of payments, messages and name checks, simulated once per run. They send no webhooks by themselves:
 * tests do, in the order that they want.
 */
public final class OutsideWorld implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final SimulationSettings SETTINGS = SimulationSettings.forTests(Path.of(
            "target", "providers", String.valueOf(ProcessHandle.current().pid())));

    /** What the payment provider signs with. */
    public static final String WEBHOOK_SECRET = SETTINGS.webhookSecret();

    private static final ProviderSimulation SIMULATION = ProviderSimulation.start(SETTINGS);
    private static final SimulationClient CLIENT = new SimulationClient(SIMULATION.url());

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var variables = new HashMap<String, Object>(SIMULATION.environment());
        // All visitors of a test come from one address.
        variables.put("XUNSHI_LIMIT_FACTOR", 1000);
        // Systems of organisations are on this machine.
        variables.put("XUNSHI_WEBHOOK_LOOPBACK", true);
        variables.putAll(Map.of(
                "XUNSHI_LOG_ORIGIN", "xunshi.example/log",
                "XUNSHI_LOG_SIGNING_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                "XUNSHI_LOG_ML_DSA_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                "XUNSHI_FIELD_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                "XUNSHI_DOMINANCE_PERCENT", 15));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("outside-world", variables));
    }

    /** Where the providers answer. */
    public static URI url() {
        return SIMULATION.url();
    }

    /**
     * Makes the providers do or fail to do something. Test classes run side by side: one that takes a provider down,
     * plans a fault or lets the providers recover says {@link org.junit.jupiter.api.parallel.Isolated}.
     */
    public static SimulationClient simulation() {
        return CLIENT;
    }

    /** What was sent to a contact, oldest first. */
    public static List<JsonNode> messagesTo(String contact) {
        return CLIENT.messagesTo(contact).reversed();
    }

    /** What the provider holds for the platform from an intent, in fen. */
    public static long heldFrom(String intent) {
        var payment = CLIENT.payment(intent);
        return payment.at("/amount_received").longValue()
                - payment.at("/latest_charge/amount_refunded").longValue();
    }

    /** Stripe's status of an intent. */
    public static String statusOf(String intent) {
        return CLIENT.payment(intent).at("/status").asString();
    }

    public static int refundsOf(String intent) {
        return CLIENT.payment(intent).at("/refunds").size();
    }

    /** The id of the payout of so many fen that came back from the bank. */
    public static Optional<String> failedPayoutOf(long amount) {
        return CLIENT.payouts().stream()
                .filter(payout -> payout.at("/amount").longValue() == amount)
                .filter(payout -> payout.at("/status").asString().equals("failed"))
                .map(payout -> payout.at("/id").asString())
                .findFirst();
    }
}
