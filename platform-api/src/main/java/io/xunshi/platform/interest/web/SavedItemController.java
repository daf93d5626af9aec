package io.xunshi.platform.interest.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.interest.domain.Savers;
import io.xunshi.platform.interest.usecase.SaveItem;
import io.xunshi.platform.interest.usecase.SaveItem.Saved;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a person saved, and how many saved what they sell. */
@RestController
@RequestMapping("/api/v1/my")
class SavedItemController {
    private final SaveItem saveItem;

    SavedItemController(SaveItem saveItem) {
        this.saveItem = saveItem;
    }

    /** Last saved first, as they are now. */
    @GetMapping("/saved-items")
    @Access(Caller.SIGNED_IN)
    Mono<Page<ItemResponse>> mine(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return saveItem.find(who.id(), Cursor.decode(cursor), limit).map(page -> page.map(ItemResponse::of));
    }

    /** All of them at once, for the marks on cards. */
    @GetMapping("/saved-item-ids")
    @Access(Caller.SIGNED_IN)
    Mono<IdsResponse> ids(@AuthenticationPrincipal SignedIn who) {
        return saveItem.ids(who.id()).map(IdsResponse::new);
    }

    @PutMapping("/saved-items/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> save(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return saveItem.save(who.id(), new ListingId(id));
    }

    @DeleteMapping("/saved-items/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> remove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return saveItem.remove(who.id(), new ListingId(id));
    }

    /** Of the caller's own listings only; one that nobody saved is left out. */
    @GetMapping("/saver-counts")
    @Access(Caller.SIGNED_IN)
    Mono<SaverCounts> saverCounts(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") @Size(max = 60) List<UUID> listing) {
        return saveItem.countSavers(who.id(), listing).map(SaverCounts::of);
    }

    /** @param priceThen what it cost when it was saved */
    record ItemResponse(ListingCard listing, ListingState state, Money priceThen, Instant savedAt) {
        static ItemResponse of(Saved saved) {
            return new ItemResponse(
                    ListingCard.of(saved.listing()),
                    saved.listing().state(),
                    Money.fen(saved.item().priceThenFen()),
                    saved.item().savedAt());
        }
    }

    record IdsResponse(List<UUID> ids) {}

    record SaverCounts(List<SaverCount> counts) {
        static SaverCounts of(List<Savers> savers) {
            return new SaverCounts(savers.stream()
                    .map(one -> new SaverCount(one.listing().value(), one.count()))
                    .toList());
        }
    }

    record SaverCount(UUID listingId, long count) {}
}
