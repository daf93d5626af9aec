package io.xunshi.platform.interest.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.interest.domain.OffToken;
import io.xunshi.platform.interest.domain.SavedSearch;
import io.xunshi.platform.interest.domain.SavedSearch.Alerts;
import io.xunshi.platform.interest.usecase.AlertSubscribers;
import io.xunshi.platform.interest.usecase.AlertSubscribers.Found;
import io.xunshi.platform.interest.usecase.SaveSearch;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Searches that a person wants to hear from, and what they found. */
@RestController
@RequestMapping("/api/v1")
class SavedSearchController {
    private static final String NAME = "[^\\p{Cc}\\p{Cs}\\p{Co}]*";

    private final SaveSearch saveSearch;
    private final AlertSubscribers alertSubscribers;

    SavedSearchController(SaveSearch saveSearch, AlertSubscribers alertSubscribers) {
        this.saveSearch = saveSearch;
        this.alertSubscribers = alertSubscribers;
    }

    /** Last saved first. */
    @GetMapping("/my/saved-searches")
    @Access(Caller.SIGNED_IN)
    Mono<ListResponse> mine(@AuthenticationPrincipal SignedIn who) {
        return saveSearch
                .find(who.id())
                .map(found ->
                        new ListResponse(found.stream().map(ItemResponse::of).toList()));
    }

    @PostMapping("/my/saved-searches")
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<ResponseEntity<ItemResponse>> save(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody SaveRequest request) {
        return saveSearch
                .save(
                        who.id(),
                        request.name().strip(),
                        request.criteria().search(),
                        request.alerts(),
                        request.priceDrops())
                .map(saved -> response(saved, HttpStatus.CREATED));
    }

    /** Its name, and how its owner hears from it; another search is another search. */
    @PutMapping("/my/saved-searches/{id}")
    @Access(Caller.SIGNED_IN)
    Mono<ResponseEntity<ItemResponse>> edit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EditRequest request) {
        return saveSearch
                .edit(
                        who.id(),
                        id,
                        EntityVersion.of(ifMatch),
                        request.name().strip(),
                        request.alerts(),
                        request.priceDrops())
                .map(edited -> response(edited, HttpStatus.OK));
    }

    @DeleteMapping("/my/saved-searches/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> remove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return saveSearch.remove(who.id(), id);
    }

    /** What all of them found, newest first. */
    @GetMapping("/my/search-alerts")
    @Access(Caller.SIGNED_IN)
    Mono<Page<AlertResponse>> alerts(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return alertSubscribers.find(who.id(), Cursor.decode(cursor), limit).map(page -> page.map(AlertResponse::of));
    }

    /** What a link in a notice does, for whoever follows it; once. */
    @PostMapping("/search-alert-stops")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<StopResponse> stop(@Valid @RequestBody StopRequest request) {
        return saveSearch.turnOff(new OffToken(request.token())).map(StopResponse::new);
    }

    private static ResponseEntity<ItemResponse> response(SavedSearch search, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(EntityVersion.tag(search.version()))
                .body(ItemResponse.of(search));
    }

    record SaveRequest(
            @NotBlank @Size(max = 40) @Pattern(regexp = NAME)
            String name,

            @Valid @NotNull SearchCriteriaRequest criteria,
            @NotNull Alerts alerts,
            boolean priceDrops) {}

    record EditRequest(
            @NotBlank @Size(max = 40) @Pattern(regexp = NAME)
            String name,

            @NotNull Alerts alerts,
            boolean priceDrops) {}

    record ListResponse(List<ItemResponse> items) {}

    /** @param priceDrops whether a listing that was found before is told of again when it costs less */
    record ItemResponse(
            UUID id,
            String name,
            SearchCriteriaResponse criteria,
            Alerts alerts,
            boolean priceDrops,
            long version,
            Instant savedAt) {
        static ItemResponse of(SavedSearch saved) {
            return new ItemResponse(
                    saved.id(),
                    saved.name(),
                    SearchCriteriaResponse.of(saved.search()),
                    saved.alerts(),
                    saved.priceDrops(),
                    saved.version(),
                    saved.savedAt());
        }
    }

    record AlertResponse(UUID searchId, String searchName, ListingCard listing, ListingState state, Instant matchedAt) {
        static AlertResponse of(Found found) {
            var alert = found.alert();
            return new AlertResponse(
                    alert.search(),
                    alert.searchName(),
                    ListingCard.of(found.listing()),
                    found.listing().state(),
                    alert.matchedAt());
        }
    }

    record StopRequest(@NotBlank @Size(max = 60) String token) {}

    /** @param names of the searches that are silent from now on */
    record StopResponse(List<String> names) {}
}
