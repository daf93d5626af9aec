package io.xunshi.platform.interest;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.search.SearchFor;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * What wanted posts (求购) look for, tried on new and changed listings in the way of saved searches: as soon as the
 * search finds them, and once for a person and a listing.
 */
public interface Watches {

    /** Begins, or goes on with other words and bounds, in the caller's transaction. */
    Mono<Void> watch(Watch watch);

    /** Ends, in the caller's transaction. Does nothing where there is none. */
    Mono<Void> unwatch(UUID id, AccountId person);

    /**
     * @param id the post's
     * @param name what notices call it
     * @param answers what a listing must answer to its category's questions
     */
    record Watch(UUID id, AccountId person, String name, SearchFor search, Map<String, String> answers) {
        public Watch {
            answers = Map.copyOf(answers);
        }
    }
}
