package io.xunshi.infra.server;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** One server of the stack: started and owned by us, or configured by the user and only used. */
public interface Server extends AutoCloseable {

    /** Which of the stack's servers this is. */
    ServerKind kind();

    /**
     * Starts the server and returns when it answers.
     *
     * @throws ServerFailure if it did not answer in time; nothing is left running then
     */
    void start();

    /** Whether the server answers now. */
    default boolean isHealthy() {
        return HealthChecks.answers(kind(), environment());
    }

    /** The environment variables by which a client finds this server; complete once it has started. */
    Map<String, String> environment();

    /** Where the server listens, in the form of {@link ServerKind#addressVariable()}. */
    default String address() {
        return Objects.requireNonNull(environment().get(kind().addressVariable()));
    }

    /** Whether we started it, so that its data is ours as well. */
    boolean isOurs();

    /** The process that serves, or empty if it is not ours or not running. */
    OptionalLong pid();

    /** Stops the server and waits until its processes are gone; does nothing if it is not ours or not running. */
    @Override
    void close();
}
