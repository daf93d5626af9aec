package io.xunshi.platform.interest.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.InterestProblem;
import io.xunshi.platform.interest.domain.OffToken;
import io.xunshi.platform.interest.domain.SavedSearch;
import io.xunshi.platform.interest.domain.SavedSearch.Alerts;
import io.xunshi.platform.interest.domain.SavedSearch.Origin;
import io.xunshi.platform.interest.storage.PersonalLock;
import io.xunshi.platform.interest.storage.SavedSearchRepository;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.search.SearchFor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Saves searches (订阅搜索) and lets their owner say how to hear from them. */
@Component
public class SaveSearch {
    private final SavedSearchRepository searches;
    private final PersonalLock lock;
    private final SearchRules rules;
    private final InterestSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    SaveSearch(
            SavedSearchRepository searches,
            PersonalLock lock,
            Catalog catalog,
            InterestSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.searches = searches;
        this.lock = lock;
        rules = new SearchRules(catalog);
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises {@link InterestProblem#SEARCH_FOR_EVERYTHING} and {@link InterestProblem#TOO_MANY_SEARCHES}. */
    @Transactional
    public Mono<SavedSearch> save(AccountId person, String name, SearchFor search, Alerts alerts, boolean priceDrops) {
        if (isForEverything(search)) {
            return Mono.error(InterestProblem.SEARCH_FOR_EVERYTHING.raise());
        }
        var faults = rules.faultsOf(search);
        if (!faults.isEmpty()) {
            return Mono.error(FieldFault.refuse(faults));
        }
        var saved = new SavedSearch(
                ids.next(), Origin.PERSON, person, name, search, Map.of(), alerts, priceDrops, 1, clock.instant());
        return lock.take(person)
                .then(Mono.defer(() -> searches.count(person)))
                .filter(count -> count < settings.searchesMax())
                .switchIfEmpty(Mono.error(() -> InterestProblem.TOO_MANY_SEARCHES.raise(settings.searchesMax())))
                .flatMap(count -> searches.add(saved))
                .thenReturn(saved);
    }

    /** Last saved first. */
    public Mono<List<SavedSearch>> find(AccountId person) {
        return searches.find(person).collectList();
    }

    /** Raises {@link HttpProblem#STALE} and {@link InterestProblem#SEARCH_NOT_FOUND}. */
    @Transactional
    public Mono<SavedSearch> edit(
            AccountId person, UUID id, long version, String name, Alerts alerts, boolean priceDrops) {
        return searches.find(person, id)
                .switchIfEmpty(Mono.error(InterestProblem.SEARCH_NOT_FOUND::raise))
                .flatMap(search -> searches.edit(person, id, version, name, alerts, priceDrops))
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise));
    }

    @Transactional
    public Mono<Void> remove(AccountId person, UUID id) {
        return searches.remove(Origin.PERSON, person, id)
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(InterestProblem.SEARCH_NOT_FOUND::raise))
                .then();
    }

    /**
     * Turns off what a link in a notice is for, once, whoever follows it; the names of the searches. Raises
     * {@link InterestProblem#OFF_LINK_NOT_VALID}.
     */
    @Transactional
    public Mono<List<String>> turnOff(OffToken token) {
        return searches.turnOff(token, clock.instant().minus(settings.offLinkAge()))
                .collectList()
                .filter(names -> !names.isEmpty())
                .switchIfEmpty(Mono.error(InterestProblem.OFF_LINK_NOT_VALID::raise));
    }

    private static boolean isForEverything(SearchFor search) {
        return search.words().isBlank()
                && search.categories().isEmpty()
                && search.districts().isEmpty()
                && search.conditions().isEmpty()
                && search.minPriceFen() == null
                && search.maxPriceFen() == null
                && search.around() == null;
    }
}
