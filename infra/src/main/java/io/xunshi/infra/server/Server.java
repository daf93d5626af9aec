package io.xunshi.infra.server;

import java.util.Map;
import java.util.Objects;

/** One server of the stack: started and owned by us, or configured by the user and only used. */
public interface Server extends Service {

    /** Which of the stack's servers this is. */
    ServerKind kind();

    /** The environment variables by which a client finds this server. */
    Map<String, String> environment();

    /** Whether we started it, so that its data is ours as well. */
    boolean isOurs();

    @Override
    default String name() {
        return kind().label();
    }

    /** Where the server listens, in the form of {@link ServerKind#addressVariable()}. */
    @Override
    default String address() {
        return Objects.requireNonNull(environment().get(kind().addressVariable()));
    }

    /** Whether the server answers now. */
    default boolean isHealthy() {
        return HealthChecks.answers(kind(), environment());
    }
}
