package io.xunshi.infra.server;

/** A server could not be fetched, started, reached or prepared; the message says which one and what to look at. */
public final class ServerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerFailure(String message) {
        super(message);
    }

    public ServerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
