package io.xunshi.platform.search.usecase;

import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.search.OfferSearchFor;
import io.xunshi.platform.search.ReverseOfferSearch;
import io.xunshi.platform.search.SearchProblem;
import io.xunshi.platform.search.domain.MaterialWords;
import io.xunshi.platform.search.domain.OfferCriteria;
import io.xunshi.platform.search.domain.OfferSearchRules;
import io.xunshi.platform.search.domain.OfferSort;
import io.xunshi.platform.search.storage.EngineFailure;
import io.xunshi.platform.search.storage.MatchingIndex;
import io.xunshi.platform.search.storage.MatchingIndex.OfferQuestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tries searches on lots and demands, some dozens with each question to the engine. */
@Component
class MatchOfferSearches implements ReverseOfferSearch {
    private static final Logger log = LoggerFactory.getLogger(MatchOfferSearches.class);
    private static final int SEARCHES_AT_A_TIME = 50;

    private final MatchingIndex index;
    private final MaterialTree tree;

    MatchOfferSearches(MatchingIndex index, MaterialTree tree) {
        this.index = index;
        this.tree = tree;
    }

    @Override
    public List<FieldFault> faultsOf(OfferSearchFor search) {
        return OfferSearchRules.faultsOf(search);
    }

    @Override
    public Mono<Map<UUID, Long>> findableVersions(OfferSide side, Collection<UUID> offers) {
        return offers.isEmpty()
                ? Mono.just(Map.of())
                : index.versions(OfferDocuments.indexOf(side), offers)
                        .onErrorMap(EngineFailure.class, MatchOfferSearches::unavailable);
    }

    @Override
    public Mono<Map<UUID, Set<UUID>>> match(
            OfferSide side, Map<UUID, OfferSearchFor> searches, Collection<UUID> offers) {
        return tree.words()
                .flatMapMany(words -> Flux.fromIterable(searches.entrySet())
                        .buffer(SEARCHES_AT_A_TIME)
                        .concatMap(some ->
                                index.matchOffers(OfferDocuments.indexOf(side), questions(some, words), offers)))
                .flatMapIterable(Map::entrySet)
                .collectMap(Entry::getKey, Entry::getValue)
                .onErrorMap(EngineFailure.class, MatchOfferSearches::unavailable);
    }

    private static Map<UUID, OfferQuestion> questions(List<Entry<UUID, OfferSearchFor>> searches, MaterialWords words) {
        return searches.stream().collect(Collectors.toMap(Entry::getKey, search -> question(search.getValue(), words)));
    }

    private static OfferQuestion question(OfferSearchFor search, MaterialWords words) {
        return new OfferQuestion(
                OfferCriteria.of(search, null, null, OfferSort.NEWEST), words.understand(search.words()));
    }

    private static Throwable unavailable(EngineFailure failure) {
        log.warn("Searches cannot be tried on lots and demands: {}", failure.getMessage());
        return SearchProblem.UNAVAILABLE.raise();
    }
}
