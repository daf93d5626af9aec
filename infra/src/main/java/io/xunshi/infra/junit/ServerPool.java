package io.xunshi.infra.junit;

import io.xunshi.infra.server.Credentials;
import io.xunshi.infra.server.Durability;
import io.xunshi.infra.server.Ports;
import io.xunshi.infra.server.ProjectFolder;
import io.xunshi.infra.server.PushKeys;
import io.xunshi.infra.server.Secrets;
import io.xunshi.infra.server.Server;
import io.xunshi.infra.server.ServerFactory;
import io.xunshi.infra.server.ServerKind;
import io.xunshi.infra.server.Services;
import io.xunshi.infra.server.Variables;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The servers of this JVM's tests, started when first needed, and what each test class was given on them. */
final class ServerPool implements AutoCloseable {

    private static @Nullable ServerPool open;

    private final TestState state = TestState.create(ProjectFolder.locate().resolve("infra/target/test-state"));
    private final ServerFactory factory = new ServerFactory(
            System.getenv(),
            state.folder(),
            new Credentials("xunshi", Secrets.password()),
            Durability.THROWAWAY,
            _ -> Ports.free());
    private final PushKeys pushKeys = PushKeys.generate();
    private final Map<String, String> applicationVariables = Map.of(
            Variables.PUBLIC_URL,
            "http://localhost:8080",
            Variables.LOG_ORIGIN,
            "localhost:8080/log",
            Variables.LOG_SIGNING_KEY,
            Secrets.key(),
            Variables.LOG_ML_DSA_KEY,
            Secrets.key(),
            Variables.FIELD_KEY,
            Secrets.key(),
            Variables.DOMINANCE_PERCENT,
            "15",
            Variables.PUSH_PUBLIC_KEY,
            pushKeys.publicKey(),
            Variables.PUSH_PRIVATE_KEY,
            pushKeys.privateKey());

    private final Map<ServerKind, Server> servers = new EnumMap<>(ServerKind.class);
    private final Map<String, TestScope> scopes = new HashMap<>();

    private ServerPool() {}

    /** The pool of this JVM, opened if it is closed. */
    static synchronized ServerPool open() {
        if (open == null) {
            open = new ServerPool();
        }
        return open;
    }

    /** Starts what is asked for and still misses, and makes the databases of a scope when it is first met. */
    synchronized TestServers servers(TestServersRequest request) {
        startMissing(request.kinds());
        TestScope scope = scopes.computeIfAbsent(request.scope(), TestScope::named);
        var environment = new HashMap<>(applicationVariables);
        for (ServerKind kind : request.kinds()) {
            environment.putAll(scope.on(Objects.requireNonNull(servers.get(kind))));
        }
        return new TestServers(environment);
    }

    /** Stops what was started; on servers that others run, removes what the test classes were given. */
    @Override
    public void close() {
        synchronized (ServerPool.class) {
            open = null;
        }
        stop();
    }

    private synchronized void stop() {
        scopes.values().forEach(TestScope::close);
        Services.closeAll(servers.values());
        state.delete();
    }

    private void startMissing(Collection<ServerKind> kinds) {
        List<Server> missing = kinds.stream()
                .filter(kind -> !servers.containsKey(kind))
                .map(factory::create)
                .toList();
        Services.startAll(missing);
        missing.forEach(server -> servers.put(server.kind(), server));
    }
}
