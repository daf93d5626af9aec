package io.xunshi.platform.search.usecase;

import io.xunshi.contracts.search.IndexMessage;
import io.xunshi.contracts.search.SearchIndex;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Everything that stands in one index, out of the tables that are its truth. */
interface IndexSource {

    SearchIndex index();

    /** What can be found now, in the order of its ids, after one of them. */
    Flux<IndexMessage> after(@Nullable UUID last, int limit);
}
