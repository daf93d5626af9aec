package io.xunshi.infra.server;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A server that somebody else runs and whose address is configured. */
final class ConfiguredServer implements Server {

    private final ServerKind kind;
    private final Map<String, String> environment;

    private ConfiguredServer(ServerKind kind, Map<String, String> environment) {
        this.kind = kind;
        this.environment = Map.copyOf(environment);
    }

    /** The server of this kind that the variables name, or empty if they name none. */
    static Optional<Server> in(Map<String, String> variables, ServerKind kind) {
        String address = variables.get(kind.addressVariable());
        if (address == null || address.isBlank()) {
            return Optional.empty();
        }
        var environment = new TreeMap<>(variables);
        environment.keySet().retainAll(kind.variables());
        return Optional.of(new ConfiguredServer(kind, environment));
    }

    @Override
    public ServerKind kind() {
        return kind;
    }

    @Override
    public void start() {
        if (!isHealthy()) {
            throw new ServerFailure(
                    "The " + kind.label() + " that " + kind.addressVariable() + " names does not answer");
        }
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public boolean isOurs() {
        return false;
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        // It is not ours to stop.
    }
}
