package io.xunshi.platform.search.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.search.domain.SearchCursor;
import io.xunshi.platform.search.usecase.FindSimilarListings;
import io.xunshi.platform.search.usecase.SearchListings;
import io.xunshi.platform.search.usecase.SuggestWords;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Finding listings, for everybody. */
@RestController
@RequestMapping("/api/v1")
class SearchController {
    private final SearchListings searchListings;
    private final SuggestWords suggestWords;
    private final FindSimilarListings findSimilarListings;

    SearchController(
            SearchListings searchListings, SuggestWords suggestWords, FindSimilarListings findSimilarListings) {
        this.searchListings = searchListings;
        this.suggestWords = suggestWords;
        this.findSimilarListings = findSimilarListings;
    }

    @GetMapping("/search/listings")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<SearchResponse> search(@ParameterObject @Valid SearchRequest request) {
        var criteria = request.criteria();
        var after = SearchCursor.decode(request.cursor(), criteria);
        return searchListings
                .search(criteria, after, request.limitOrDefault())
                .map(result -> SearchResponse.of(result, criteria));
    }

    @GetMapping("/search/suggestions")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Suggestions> suggest(@RequestParam @Size(max = 100) String q) {
        return suggestWords
                .suggest(q)
                .map(texts ->
                        new Suggestions(texts.stream().map(Suggestion::new).toList()));
    }

    @GetMapping("/listings/{id}/similar")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Similar> similar(@PathVariable UUID id, @RequestParam(defaultValue = "6") @Min(1) @Max(24) int limit) {
        return findSimilarListings.find(new ListingId(id), limit).map(Similar::new);
    }

    record Suggestions(List<Suggestion> suggestions) {}

    record Suggestion(String text) {}

    record Similar(List<ListingCard> items) {}
}
