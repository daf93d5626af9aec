package io.xunshi.infra.simulation;

import java.nio.file.Path;

/**
 * How the simulation is set up.
 *
 * @param port where it listens on 127.0.0.1; 0 for any free port
 * @param folder what it remembers over a restart
 * @param paymentKey what the platform must show to the payment provider, and to the carrier
 * @param webhookSecret signs the webhooks of both
 */
public record SimulationSettings(int port, Path folder, String paymentKey, String webhookSecret) {

    /** On any free port, with secrets that are good enough for a test. */
    public static SimulationSettings forTests(Path folder) {
        return new SimulationSettings(0, folder, "sk_test_simulation", "whsec_simulation");
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "SimulationSettings on port " + port + " in " + folder;
    }
}
