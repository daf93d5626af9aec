package io.xunshi.infra.junit;

import io.xunshi.infra.server.PostgresAddress;
import io.xunshi.infra.server.Variables;
import java.util.Map;

/**
 * Where a test class finds its servers.
 *
 * @param environment the environment variables that platform-api or search-indexer would be started with
 */
public record TestServers(Map<String, String> environment) {

    public TestServers {
        environment = Map.copyOf(environment);
    }

    /**
     * The value of an environment variable.
     *
     * @throws IllegalArgumentException if the class did not ask for the server that it belongs to
     */
    public String variable(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No server of @WithServers sets " + name);
        }
        return value;
    }

    public PostgresAddress postgres() {
        return PostgresAddress.parse(variable(Variables.POSTGRES_URL));
    }
}
