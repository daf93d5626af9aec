package io.xunshi.infra.simulation.http;

/** A command that cannot be carried out as it was given. */
public final class CommandRefused extends RuntimeException {

    public CommandRefused(String message) {
        super(message);
    }
}
