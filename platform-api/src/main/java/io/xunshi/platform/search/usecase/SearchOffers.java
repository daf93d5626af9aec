package io.xunshi.platform.search.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.exchange.FindableOffer;
import io.xunshi.platform.exchange.FindableOffers;
import io.xunshi.platform.exchange.FindableOffers.Wanted;
import io.xunshi.platform.search.SearchProblem;
import io.xunshi.platform.search.domain.MaterialWords.Understood;
import io.xunshi.platform.search.domain.OfferCriteria;
import io.xunshi.platform.search.domain.OfferFacet;
import io.xunshi.platform.search.domain.OfferFacets;
import io.xunshi.platform.search.domain.OfferItem;
import io.xunshi.platform.search.domain.ResultJson;
import io.xunshi.platform.search.domain.SearchCursor;
import io.xunshi.platform.search.domain.SearchResult;
import io.xunshi.platform.search.storage.EngineFailure;
import io.xunshi.platform.search.storage.OfferIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds lots and demands; while the engine is down, shows the newest ones that have the words in their titles and fit
 * everything else that is said.
 */
@Component
public class SearchOffers {
    private static final Logger log = LoggerFactory.getLogger(SearchOffers.class);

    /** So many of the newest are looked through while the engine is down. */
    private static final int LOOKED_THROUGH = 200;

    private final OfferIndex index;
    private final FindableOffers offers;
    private final MaterialTree tree;
    private final MeterRegistry meters;
    private final JsonMapper json = JsonMapper.shared();

    SearchOffers(OfferIndex index, FindableOffers offers, MaterialTree tree, MeterRegistry meters) {
        this.index = index;
        this.offers = offers;
        this.tree = tree;
        this.meters = meters;
    }

    /**
     * Raises {@link SearchProblem#UNAVAILABLE} for a later page while the engine is down.
     *
     * @param after null for the first page
     */
    public Mono<SearchResult<OfferFacets>> search(OfferCriteria criteria, @Nullable SearchCursor after, int limit) {
        return understood(criteria)
                .flatMap(understood -> index.search(criteria, understood, after, limit))
                .onErrorResume(EngineFailure.class, failure -> withoutEngine(criteria, after, limit, failure));
    }

    private Mono<Understood> understood(OfferCriteria criteria) {
        return criteria.hasWords()
                ? tree.words().map(words -> words.understand(criteria.words()))
                : Mono.just(Understood.NOTHING);
    }

    private Mono<SearchResult<OfferFacets>> withoutEngine(
            OfferCriteria criteria, @Nullable SearchCursor after, int limit, EngineFailure failure) {
        log.warn("Search falls back to the newest offers: {}", failure.getMessage());
        meters.counter("xunshi.search.degraded").increment();
        return after == null ? newest(criteria, limit) : Mono.error(SearchProblem.UNAVAILABLE.raise());
    }

    private Mono<SearchResult<OfferFacets>> newest(OfferCriteria criteria, int limit) {
        var areas = criteria.chosen(OfferFacet.AREA);
        var wanted = new Wanted(
                criteria.words(), criteria.chosen(OfferFacet.MATERIAL), areas.size() == 1 ? areas.getFirst() : null);
        return offers.newest(criteria.side(), wanted, LOOKED_THROUGH)
                .filterWhen(offer -> isMetBy(criteria, offer))
                .take(limit)
                .map(offer -> new ResultJson(json.writeValueAsString(OfferItem.of(offer))))
                .collectList()
                .map(found -> new SearchResult<>(found, found.size(), false, null, null, true));
    }

    private Mono<Boolean> isMetBy(OfferCriteria criteria, FindableOffer offer) {
        return tree.pathTo(offer.materialCode())
                .map(path -> path.stream().map(Material::code).toList())
                .defaultIfEmpty(List.of())
                .map(path -> criteria.isMetBy(offer, path));
    }
}
