package io.xunshi.platform.identity;

import reactor.core.publisher.Mono;

/** Tells those who answer a request for hours whether the person is still signed in. */
public interface OpenSessions {
    /** Whether the session has neither ended nor expired; asking does not prolong it. */
    Mono<Boolean> isOpen(String sessionId);
}
