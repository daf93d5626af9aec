package io.xunshi.platform.http;

import reactor.core.publisher.Mono;

/** Says who may begin something; identity knows. */
public interface BusinessGate {

    /**
     * Completes for who may.
     *
     * @param principal the name of who is signed in
     */
    Mono<Void> pass(String principal);
}
