package io.xunshi.indexer.index;

/** Elasticsearch answered, and not with success. */
public final class EngineRefusal extends RuntimeException {
    private final int status;

    EngineRefusal(int status, Exception cause) {
        super(cause.getMessage(), cause);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Whether the answer names this type of error. */
    boolean says(String type) {
        return String.valueOf(getMessage()).contains(type);
    }
}
