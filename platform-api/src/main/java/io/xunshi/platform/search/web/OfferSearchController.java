package io.xunshi.platform.search.web;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.search.domain.SearchCursor;
import io.xunshi.platform.search.usecase.SearchOffers;
import io.xunshi.platform.search.usecase.SuggestOfferWords;
import io.xunshi.platform.search.web.SearchController.Suggestion;
import io.xunshi.platform.search.web.SearchController.Suggestions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Finding lots (货源) and demands (求购), for everybody. */
@RestController
@RequestMapping("/api/v1/search")
class OfferSearchController {
    private final SearchOffers searchOffers;
    private final Catalog catalog;
    private final SuggestOfferWords suggestOfferWords;

    OfferSearchController(SearchOffers searchOffers, SuggestOfferWords suggestOfferWords, Catalog catalog) {
        this.searchOffers = searchOffers;
        this.catalog = catalog;
        this.suggestOfferWords = suggestOfferWords;
    }

    @GetMapping("/lots")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<OfferSearchResponse> searchLots(@ParameterObject @Valid OfferSearchRequest request) {
        return search(OfferSide.LOT, request);
    }

    @GetMapping("/demands")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<OfferSearchResponse> searchDemands(@ParameterObject @Valid OfferSearchRequest request) {
        return search(OfferSide.DEMAND, request);
    }

    @GetMapping("/lots/suggestions")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Suggestions> suggestLots(@RequestParam @Size(max = 100) String q) {
        return suggest(OfferSide.LOT, q);
    }

    @GetMapping("/demands/suggestions")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Suggestions> suggestDemands(@RequestParam @Size(max = 100) String q) {
        return suggest(OfferSide.DEMAND, q);
    }

    private Mono<OfferSearchResponse> search(OfferSide side, OfferSearchRequest request) {
        var criteria = request.criteria(side, catalog.districts());
        var after = SearchCursor.decode(request.cursor(), criteria);
        return searchOffers
                .search(criteria, after, request.limitOrDefault())
                .map(result -> OfferSearchResponse.of(result, criteria));
    }

    private Mono<Suggestions> suggest(OfferSide side, String typed) {
        return suggestOfferWords
                .suggest(side, typed)
                .map(texts ->
                        new Suggestions(texts.stream().map(Suggestion::new).toList()));
    }
}
