package io.xunshi.platform.search.usecase;

import io.xunshi.platform.search.RankedListings;
import io.xunshi.platform.search.SearchProblem;
import io.xunshi.platform.search.storage.EngineFailure;
import io.xunshi.platform.search.storage.RankedIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers other modules. */
@Component
class RankListings implements RankedListings {
    private final RankedIndex index;

    RankListings(RankedIndex index) {
        this.index = index;
    }

    @Override
    public Mono<List<Ranked>> rank(Ranking ranking, @Nullable Position after, int limit) {
        return index.rank(ranking, after, limit)
                .onErrorMap(EngineFailure.class, failure -> SearchProblem.UNAVAILABLE.raise());
    }
}
