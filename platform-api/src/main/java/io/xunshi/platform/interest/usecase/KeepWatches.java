package io.xunshi.platform.interest.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.Watches;
import io.xunshi.platform.interest.domain.SavedSearch;
import io.xunshi.platform.interest.domain.SavedSearch.Alerts;
import io.xunshi.platform.interest.domain.SavedSearch.Origin;
import io.xunshi.platform.interest.storage.SavedSearchRepository;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Keeps what wanted posts look for among the saved searches, so that both are matched alike. */
@Component
class KeepWatches implements Watches {
    private final SavedSearchRepository searches;
    private final Clock clock;

    KeepWatches(SavedSearchRepository searches, Clock clock) {
        this.searches = searches;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> watch(Watch watch) {
        return searches.add(new SavedSearch(
                watch.id(),
                Origin.WANTED,
                watch.person(),
                watch.name(),
                watch.search(),
                watch.answers(),
                Alerts.INSTANT,
                false,
                1,
                clock.instant()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> unwatch(UUID id, AccountId person) {
        return searches.remove(Origin.WANTED, person, id).then();
    }
}
