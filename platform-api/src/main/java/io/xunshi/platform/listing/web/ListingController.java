package io.xunshi.platform.listing.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.CardRental;
import io.xunshi.platform.listing.CardSwap;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.usecase.DraftListing;
import io.xunshi.platform.listing.usecase.FindListings;
import io.xunshi.platform.listing.usecase.FindListings.WholeListing;
import io.xunshi.platform.listing.usecase.PublishListing;
import io.xunshi.platform.media.PhotoResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
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

/** Listings: everybody reads them, owners write them. */
@RestController
@RequestMapping("/api/v1")
class ListingController {
    private final DraftListing draftListing;
    private final PublishListing publishListing;
    private final FindListings findListings;
    private final ReadyListings readyListings;

    ListingController(
            DraftListing draftListing,
            PublishListing publishListing,
            FindListings findListings,
            ReadyListings readyListings) {
        this.draftListing = draftListing;
        this.publishListing = publishListing;
        this.findListings = findListings;
        this.readyListings = readyListings;
    }

    @PostMapping("/listings")
    @Access(Caller.RESIDENT)
    @RequireIdempotencyKey
    @NewBusiness
    Mono<ResponseEntity<ListingResponse>> draft(
            @AuthenticationPrincipal SignedIn who, @RequestBody OfferRequest request) {
        return draftListing.draft(who.id(), request.offer()).flatMap(listing -> response(listing, HttpStatus.CREATED));
    }

    @GetMapping("/listings/{id}")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<ListingResponse>> read(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable UUID id) {
        var reader = who == null ? null : who.id();
        return findListings
                .find(new ListingId(id), reader)
                .map(ListingResponse::of)
                .doOnNext(readyListings::keep)
                .map(listing -> response(listing, HttpStatus.OK));
    }

    @PutMapping("/listings/{id}")
    @Access(Caller.RESIDENT)
    Mono<ResponseEntity<ListingResponse>> edit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OfferRequest request) {
        return draftListing
                .edit(who.id(), new ListingId(id), EntityVersion.of(ifMatch), request.offer())
                .flatMap(listing -> response(listing, HttpStatus.OK));
    }

    @PostMapping("/listings/{id}/publication")
    @Access(Caller.RESIDENT)
    @NewBusiness
    Mono<ResponseEntity<ListingResponse>> publish(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return publishListing.publish(who.id(), new ListingId(id)).flatMap(listing -> response(listing, HttpStatus.OK));
    }

    @PostMapping("/listings/{id}/withdrawal")
    @Access(Caller.RESIDENT)
    Mono<ResponseEntity<ListingResponse>> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return publishListing
                .withdraw(who.id(), new ListingId(id))
                .flatMap(listing -> response(listing, HttpStatus.OK));
    }

    @DeleteMapping("/listings/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.RESIDENT)
    Mono<Void> deleteDraft(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return draftListing.delete(who.id(), new ListingId(id));
    }

    @GetMapping("/my/listings")
    @Access(Caller.RESIDENT)
    Mono<Page<ListingResponse>> mine(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable ListingState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findListings
                .findOwn(who.id(), state, Cursor.decode(cursor), limit)
                .map(page -> page.map(ListingResponse::of));
    }

    @GetMapping("/accounts/{id}/listings")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Page<ListingCard>> offeredBy(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findListings
                .findPublishedOf(new AccountId(id), Cursor.decode(cursor), limit)
                .map(page -> page.map(ListingController::card));
    }

    /** A published listing says everything that a card shows. */
    private static ListingCard card(WholeListing whole) {
        var listing = whole.listing();
        var offer = listing.offer();
        return new ListingCard(
                listing.id().value(),
                listing.code(),
                offer.title(),
                Objects.requireNonNull(offer.price()),
                Objects.requireNonNull(offer.conditionCode()),
                Objects.requireNonNull(offer.categoryCode()),
                Objects.requireNonNull(offer.districtCode()),
                Objects.requireNonNull(offer.place()),
                listing.publishedAt(),
                whole.photos().stream().findFirst().map(PhotoResponse::of).orElse(null),
                CardRental.of(offer.rental(), offer.forSale()),
                CardSwap.of(offer.swap(), offer.forSale()),
                listing.left(),
                ListingCard.usedSince(offer.attributes()));
    }

    private Mono<ResponseEntity<ListingResponse>> response(Listing listing, HttpStatus status) {
        return findListings.whole(listing).map(ListingResponse::of).map(whole -> response(whole, status));
    }

    private static ResponseEntity<ListingResponse> response(ListingResponse listing, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(EntityVersion.tag(listing.version()))
                .body(listing);
    }
}
