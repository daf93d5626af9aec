package io.xunshi.platform.identity.usecase;

import reactor.core.publisher.Mono;

/** Asks whether a name and an identity number belong together (实名认证). */
public interface RealNameChecks {

    /** True where they do. The same question may be asked again. */
    Mono<Boolean> matches(String name, String idNumber);
}
