package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.domain.ModerationCase;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.listing.domain.PhotoMatch;
import io.xunshi.platform.listing.domain.RuleFigures;
import io.xunshi.platform.listing.storage.ListingRepository;
import io.xunshi.platform.listing.storage.ModerationCaseRepository;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits for moderators, and what became of an owner's wish. */
@Component
public class FindCases {
    private static final Duration FIGURES_AGE = Duration.ofDays(365);
    private static final int LISTINGS_AT_ONCE = 4;
    private static final int ALIKE_MAX = 12;

    private final ModerationCaseRepository cases;
    private final ListingRepository listings;
    private final Photos photos;
    private final ComparePhotos comparePhotos;
    private final Accounts accounts;
    private final Clock clock;

    FindCases(
            ModerationCaseRepository cases,
            ListingRepository listings,
            Photos photos,
            ComparePhotos comparePhotos,
            Accounts accounts,
            Clock clock) {
        this.cases = cases;
        this.listings = listings;
        this.photos = photos;
        this.comparePhotos = comparePhotos;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The longest waiting first, without what another moderator has to decide. */
    public Mono<Page<WholeCase>> findOpenFor(AccountId moderator, @Nullable Cursor after, int limit) {
        return cases.findOpenFor(moderator, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, row -> new Cursor(row.openedAt(), row.id())))
                .flatMap(page -> Flux.fromIterable(page.items())
                        .flatMapSequential(this::whole, LISTINGS_AT_ONCE)
                        .collectList()
                        .map(wholes -> new Page<>(wholes, page.nextCursor())));
    }

    /** The latest about an owner's listing; empty where nobody was ever asked. */
    public Mono<ModerationCase> findLatest(AccountId owner, ListingId id) {
        return listings.find(id)
                .filter(listing -> listing.seller().equals(owner))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .flatMap(listing -> cases.findLatest(id));
    }

    /** Of the last year. */
    public Flux<RuleFigures> figures() {
        return cases.figuresSince(clock.instant().minus(FIGURES_AGE));
    }

    private Mono<WholeCase> whole(ModerationCase open) {
        return listings.find(open.listing()).flatMap(listing -> whole(open, listing));
    }

    private Mono<WholeCase> whole(ModerationCase open, Listing listing) {
        var said = Optional.ofNullable(open.proposal())
                .map(listing.offer()::saying)
                .orElse(listing.offer());
        return photos.find(said.photos())
                .collectMap(PhotoView::id, Function.identity())
                .map(found -> said.photos().stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .toList())
                .flatMap(pictures -> accounts.find(listing.seller())
                        .flatMap(seller -> alike(open, listing)
                                .map(alike -> new WholeCase(open, listing, said, pictures, alike, seller))));
    }

    /** Its photos beside those of others that are the same, where the case is about that. */
    private Mono<List<Alike>> alike(ModerationCase open, Listing listing) {
        return open.isAbout(ComparePhotos.RULE)
                ? comparePhotos
                        .matchesOf(listing.offer(), listing.seller())
                        .map(matches -> matches.stream().limit(ALIKE_MAX).toList())
                        .flatMap(this::pictures)
                : Mono.just(List.of());
    }

    private Mono<List<Alike>> pictures(List<PhotoMatch> matches) {
        var shown = matches.stream()
                .flatMap(match -> Stream.of(match.photo(), match.otherPhoto()))
                .distinct()
                .toList();
        return photos.find(shown)
                .collectMap(PhotoView::id, Function.identity())
                .map(pictures -> matches.stream()
                        .flatMap(match -> alike(match, pictures))
                        .toList());
    }

    private static Stream<Alike> alike(PhotoMatch match, Map<PhotoId, PhotoView> pictures) {
        var photo = pictures.get(match.photo());
        var other = pictures.get(match.otherPhoto());
        return photo == null || other == null ? Stream.empty() : Stream.of(new Alike(photo, other, match.other()));
    }

    /** @param said what would be offered if the case were approved */
    public record WholeCase(
            ModerationCase open,
            Listing listing,
            Offer said,
            List<PhotoView> photos,
            List<Alike> alike,
            AccountView seller) {
        public WholeCase {
            photos = List.copyOf(photos);
            alike = List.copyOf(alike);
        }
    }

    /** @param listing that showed the other photo first */
    public record Alike(PhotoView photo, PhotoView other, Listing listing) {}
}
