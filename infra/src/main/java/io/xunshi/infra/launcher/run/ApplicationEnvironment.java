package io.xunshi.infra.launcher.run;

import io.xunshi.infra.launcher.state.PlatformSecrets;
import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.Server;
import io.xunshi.infra.server.Variables;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables that our programs are started with. */
record ApplicationEnvironment(Map<String, String> common) {

    /** Everybody who reaches a platform on 127.0.0.1 has one address: that of a crowd, not of a person. */
    private static final String LIMIT_FACTOR = "1000";

    /** What is the same for all programs: where the servers and providers are, and the secrets. */
    static ApplicationEnvironment of(
            Collection<Server> servers,
            Providers providers,
            LocalWitnesses witnesses,
            StateFolder state,
            PlatformSecrets secrets,
            String publicUrl) {
        var common = new TreeMap<String, String>();
        servers.forEach(server -> common.putAll(server.environment()));
        common.putAll(providers.environment());
        common.putAll(witnesses.environment());
        common.put(Variables.PUBLIC_URL, publicUrl);
        common.put(Variables.LOG_ORIGIN, secrets.logOrigin());
        common.put(Variables.LOG_SIGNING_KEY, secrets.logSigningKey());
        common.put(Variables.LOG_ML_DSA_KEY, secrets.logMlDsaKey());
        common.put(Variables.FIELD_KEY, secrets.fieldKey());
        common.put(
                Variables.DOMINANCE_PERCENT,
                System.getenv().getOrDefault(Variables.DOMINANCE_PERCENT, String.valueOf(secrets.dominancePercent())));
        common.put(Variables.PUSH_PUBLIC_KEY, secrets.pushKeys().publicKey());
        common.put(Variables.PUSH_PRIVATE_KEY, secrets.pushKeys().privateKey());
        common.put(Variables.LIMIT_FACTOR, System.getenv().getOrDefault(Variables.LIMIT_FACTOR, LIMIT_FACTOR));
        common.put(Variables.DEMO_ACCOUNTS_FILE, state.demoAccountsFile().toString());
        common.put(Variables.SERVER_ADDRESS, "127.0.0.1");
        return new ApplicationEnvironment(common);
    }

    /** For a program that listens on the port. */
    Map<String, String> withPort(int port) {
        var environment = new TreeMap<>(common);
        environment.put(Variables.SERVER_PORT, String.valueOf(port));
        return environment;
    }
}
