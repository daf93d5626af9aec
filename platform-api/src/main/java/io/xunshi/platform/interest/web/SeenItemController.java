package io.xunshi.platform.interest.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.interest.usecase.SeeItems;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a person looked at last; nobody else's business, and gone when they say so. */
@RestController
@RequestMapping("/api/v1/my/seen-items")
class SeenItemController {
    private final SeeItems seeItems;

    SeenItemController(SeeItems seeItems) {
        this.seeItems = seeItems;
    }

    /** Last seen first; there are never more than fifty. */
    @GetMapping
    @Access(Caller.SIGNED_IN)
    Mono<ItemsResponse> mine(@AuthenticationPrincipal SignedIn who) {
        return seeItems.find(who.id())
                .map(seen ->
                        new ItemsResponse(seen.stream().map(ItemResponse::of).toList()));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> see(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return seeItems.see(who.id(), new ListingId(id));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> clear(@AuthenticationPrincipal SignedIn who) {
        return seeItems.clear(who.id());
    }

    record ItemsResponse(List<ItemResponse> items) {}

    record ItemResponse(ListingCard listing, ListingState state) {
        static ItemResponse of(ListingView listing) {
            return new ItemResponse(ListingCard.of(listing), listing.state());
        }
    }
}
