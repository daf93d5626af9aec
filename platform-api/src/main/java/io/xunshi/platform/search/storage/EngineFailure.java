package io.xunshi.platform.search.storage;

/** The search engine refused, or did not answer in time. */
public final class EngineFailure extends RuntimeException {

    EngineFailure(String message) {
        super(message, null, false, false);
    }

    EngineFailure(Throwable cause) {
        super(cause.toString(), cause, false, false);
    }
}
