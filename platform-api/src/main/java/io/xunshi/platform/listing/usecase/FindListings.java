package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.storage.ListingRepository;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads listings for people: one with everything, or an owner's own. */
@Component
public class FindListings {
    private final ListingRepository listings;
    private final Photos photos;
    private final Accounts accounts;

    FindListings(ListingRepository listings, Photos photos, Accounts accounts) {
        this.listings = listings;
        this.photos = photos;
        this.accounts = accounts;
    }

    /** Raises {@link ListingProblem#NOT_FOUND}, for a stranger's draft too. */
    public Mono<WholeListing> find(ListingId id, @Nullable AccountId reader) {
        return listings.find(id)
                .filter(listing ->
                        listing.state().isPublic() || listing.seller().equals(reader))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .flatMap(this::whole);
    }

    /** Last changed first. */
    public Mono<Page<WholeListing>> findOwn(
            AccountId owner, @Nullable ListingState state, @Nullable Cursor after, int limit) {
        return listings.findOwn(owner, state, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(
                        rows, limit, row -> new Cursor(row.updatedAt(), row.id().value())))
                .flatMap(this::whole);
    }

    /** What a person offers, newest first. */
    public Mono<Page<WholeListing>> findPublishedOf(AccountId seller, @Nullable Cursor after, int limit) {
        return listings.findPublishedOf(seller, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(
                        rows,
                        limit,
                        row -> new Cursor(
                                Objects.requireNonNull(row.publishedAt()),
                                row.id().value())))
                .flatMap(this::whole);
    }

    /** What a listing looks like after a change. */
    public Mono<WholeListing> whole(Listing listing) {
        return accounts.find(listing.seller())
                .flatMap(seller -> photosOf(List.of(listing)).map(found -> whole(listing, found, seller)));
    }

    private Mono<Page<WholeListing>> whole(Page<Listing> page) {
        if (page.items().isEmpty()) {
            return Mono.just(new Page<>(List.of(), null));
        }
        return accounts.find(page.items().getFirst().seller())
                .flatMap(seller ->
                        photosOf(page.items()).map(found -> page.map(listing -> whole(listing, found, seller))));
    }

    private Mono<Map<PhotoId, PhotoView>> photosOf(List<Listing> several) {
        return photos.find(several.stream()
                        .flatMap(listing -> listing.offer().photos().stream())
                        .toList())
                .collectMap(PhotoView::id);
    }

    private static WholeListing whole(Listing listing, Map<PhotoId, PhotoView> found, AccountView seller) {
        return new WholeListing(
                listing,
                listing.offer().photos().stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .toList(),
                seller);
    }

    /** A listing with its photos, in the owner's order, and who offers it. */
    public record WholeListing(Listing listing, List<PhotoView> photos, AccountView seller) {}
}
