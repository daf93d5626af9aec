package io.xunshi.platform.identity;

import reactor.core.publisher.Mono;

/** Tells those who serve a person for longer than a request whether they are still signed in. */
public interface OpenSessions {
    /** Whether the session has neither ended nor expired; asking does not prolong it. */
    Mono<Boolean> isOpen(String sessionId);

    /** What the session may be called where others can read it: nobody gets in with a name. */
    String nameOf(String sessionId);

    /** Whether the person has an open session of that name. */
    Mono<Boolean> isOpen(AccountId person, String name);
}
