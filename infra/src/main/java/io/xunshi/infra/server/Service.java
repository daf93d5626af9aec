package io.xunshi.infra.server;

import java.util.OptionalLong;

/** Something that is started, answers at an address, and is stopped. */
public interface Service extends AutoCloseable {

    /** The name that people see and that its log file carries, such as {@code object-store}. */
    String name();

    /** Where it answers; may hold a password. */
    String address();

    /**
     * Starts the service and returns when it answers.
     *
     * @throws ServerFailure if it did not answer in time; nothing is left running then
     */
    void start();

    /** The process that serves, or empty if it is not a process of ours or not running. */
    OptionalLong pid();

    /** Stops the service and waits until its processes are gone; does nothing if it is not ours or not running. */
    @Override
    void close();
}
