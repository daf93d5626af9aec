package io.xunshi.platform.http;

import org.jspecify.annotations.Nullable;

/**
 * Answers of a module that are the same for every reader. They are handed out before anything else looks at the
 * request: no session is read, no rule asked, nothing of the request but its path matters. A module may offer only what
 * a stranger may read.
 */
public interface ReadyAnswers {

    /**
     * Null where there is none and the request goes its usual way. Called on the event loop for every reading request:
     * must not block, and must be cheap for paths of others.
     *
     * @param path as the client sent it, without its query
     */
    @Nullable
    ReadyAnswer find(String path);
}
