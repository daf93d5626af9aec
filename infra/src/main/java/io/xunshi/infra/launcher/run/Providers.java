package io.xunshi.infra.launcher.run;

import io.xunshi.infra.launcher.state.PlatformSecrets;
import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.JvmOptions;
import io.xunshi.infra.server.ServerPlace;
import io.xunshi.infra.server.Variables;
import io.xunshi.infra.simulation.SimulationProgram;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The companies that the platform works with. Those whose addresses the environment holds are used; one simulation
 * stands in for the others.
 */
final class Providers {

    static final String NAME = "providers";

    /** Its work is little, and a short start matters more than the speed of its code. */
    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", JvmOptions.QUICK_COMPILER, "-Dstdout.encoding=UTF-8");

    /** By which variables each provider is found and entered, the address first. */
    private static final List<List<String>> PROVIDERS = List.of(
            List.of(Variables.PAYMENT_URL, Variables.PAYMENT_SECRET_KEY, Variables.PAYMENT_WEBHOOK_SECRET),
            List.of(Variables.NOTICE_URL),
            List.of(Variables.REAL_NAME_URL),
            List.of(Variables.STOLEN_GOODS_URL),
            List.of(Variables.CARRIER_URL, Variables.CARRIER_KEY, Variables.CARRIER_WEBHOOK_SECRET),
            List.of(Variables.PUSH_SERVICES));

    /** A browser that is asked subscribes at its maker's, wherever the platform runs. */
    private static final String REAL_PUSH_SERVICES = String.join(
            ",", "fcm.googleapis.com", "updates.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com");

    private final Map<String, String> variables;
    private final StateFolder state;
    private final PlatformSecrets secrets;
    private final int platformPort;
    private final int port;

    /** @param platformPort where platform-api hears of payments and parcels */
    Providers(Map<String, String> variables, StateFolder state, PlatformSecrets secrets, int platformPort) {
        this.variables = variables;
        this.state = state;
        this.secrets = secrets;
        this.platformPort = platformPort;
        this.port = state.port(NAME);
    }

    /** The simulation's process, not yet started; none if every provider is configured. */
    List<Application> simulation() {
        return PROVIDERS.stream().allMatch(this::isConfigured) ? List.of() : List.of(application());
    }

    /** The variables by which the platform finds and enters the providers. */
    Map<String, String> environment() {
        var environment = new TreeMap<>(simulated());
        PROVIDERS.stream().filter(this::isConfigured).forEach(names -> {
            environment.keySet().removeAll(names);
            names.stream()
                    .filter(variables::containsKey)
                    .forEach(name -> environment.put(name, String.valueOf(variables.get(name))));
        });
        return environment;
    }

    private boolean isConfigured(List<String> names) {
        return !variables.getOrDefault(names.getFirst(), "").isBlank();
    }

    private Map<String, String> simulated() {
        String url = "http://127.0.0.1:" + port;
        return Map.of(
                Variables.PUSH_SERVICES,
                REAL_PUSH_SERVICES + "," + url,
                Variables.PAYMENT_URL,
                url,
                Variables.PAYMENT_SECRET_KEY,
                secrets.paymentKey(),
                Variables.PAYMENT_WEBHOOK_SECRET,
                secrets.webhookSecret(),
                Variables.NOTICE_URL,
                url,
                Variables.REAL_NAME_URL,
                url,
                Variables.STOLEN_GOODS_URL,
                url,
                Variables.CARRIER_URL,
                url,
                Variables.CARRIER_KEY,
                secrets.paymentKey(),
                Variables.CARRIER_WEBHOOK_SECRET,
                secrets.webhookSecret());
    }

    private Application application() {
        ServerPlace place = ServerPlace.in(state.path(), NAME, port);
        Map<String, String> environment = Map.of(
                Variables.SERVER_PORT, String.valueOf(port),
                Variables.PAYMENT_SECRET_KEY, secrets.paymentKey(),
                Variables.PAYMENT_WEBHOOK_SECRET, secrets.webhookSecret(),
                SimulationProgram.FOLDER, place.data().toString(),
                SimulationProgram.PLATFORM, "http://127.0.0.1:" + platformPort);
        var program = JavaProgram.ofClass(SimulationProgram.class, state.home(NAME), JVM_OPTIONS, environment);
        return new Application(NAME, program, place, "/");
    }
}
