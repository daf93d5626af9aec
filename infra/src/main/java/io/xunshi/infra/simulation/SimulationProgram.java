package io.xunshi.infra.simulation;

import io.xunshi.infra.server.Variables;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/** The simulation in a process of its own; environment variables say where and with which secrets. */
public final class SimulationProgram {

    /** The folder in which it remembers. */
    public static final String FOLDER = "XUNSHI_SIMULATION_FOLDER";

    /** The address of the platform that is told by webhooks. */
    public static final String PLATFORM = "XUNSHI_SIMULATION_PLATFORM";

    private SimulationProgram() {}

    public static void main(String[] arguments) {
        var simulation = ProviderSimulation.start(new SimulationSettings(
                Integer.parseInt(variable(Variables.SERVER_PORT)),
                Path.of(variable(FOLDER)),
                variable(Variables.PAYMENT_SECRET_KEY),
                variable(Variables.PAYMENT_WEBHOOK_SECRET)));
        Runtime.getRuntime().addShutdownHook(new Thread(simulation::close, "close"));
        simulation.sendWebhooksTo(URI.create(variable(PLATFORM)));
    }

    private static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
