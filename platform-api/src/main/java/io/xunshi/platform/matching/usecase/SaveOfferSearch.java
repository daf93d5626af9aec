package io.xunshi.platform.matching.usecase;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.matching.MatchingProblem;
import io.xunshi.platform.matching.domain.SavedOfferSearch;
import io.xunshi.platform.matching.storage.SavedOfferSearchRepository;
import io.xunshi.platform.search.OfferSearchFor;
import io.xunshi.platform.search.ReverseOfferSearch;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Saves searches for lots and demands; its owner hears from one until it is removed. */
@Component
public class SaveOfferSearch {
    private final SavedOfferSearchRepository searches;
    private final ReverseOfferSearch reverseOfferSearch;
    private final MatchingSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    SaveOfferSearch(
            SavedOfferSearchRepository searches,
            ReverseOfferSearch reverseOfferSearch,
            MatchingSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.searches = searches;
        this.reverseOfferSearch = reverseOfferSearch;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises field faults, {@link MatchingProblem#SEARCH_FOR_EVERYTHING} and {@link MatchingProblem#TOO_MANY_SEARCHES}.
     */
    @Transactional
    public Mono<SavedOfferSearch> save(AccountId person, String name, OfferSearchFor search) {
        if (search.isForEverything()) {
            return Mono.error(MatchingProblem.SEARCH_FOR_EVERYTHING.raise());
        }
        var faults = reverseOfferSearch.faultsOf(search);
        if (!faults.isEmpty()) {
            return Mono.error(FieldFault.refuse(faults));
        }
        var saved = new SavedOfferSearch(ids.next(), person, name, search, clock.instant());
        return searches.lock(person)
                .then(Mono.defer(() -> searches.count(person)))
                .filter(count -> count < settings.searchesMax())
                .switchIfEmpty(Mono.error(() -> MatchingProblem.TOO_MANY_SEARCHES.raise(settings.searchesMax())))
                .flatMap(count -> searches.add(saved))
                .thenReturn(saved);
    }

    /** Last saved first. */
    public Mono<List<SavedOfferSearch>> find(AccountId person) {
        return searches.find(person).collectList();
    }

    /** Raises {@link MatchingProblem#SEARCH_NOT_FOUND}. */
    @Transactional
    public Mono<Void> remove(AccountId person, UUID id) {
        return searches.remove(person, id)
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(MatchingProblem.SEARCH_NOT_FOUND::raise))
                .then();
    }
}
