package io.xunshi.platform.catalog.usecase;

import io.xunshi.platform.catalog.MaterialEdition;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What officers changed about materials. */
@FunctionalInterface
interface MaterialEditions {

    /** By code, the oldest first. */
    Mono<Map<String, List<MaterialEdition>>> current();
}
