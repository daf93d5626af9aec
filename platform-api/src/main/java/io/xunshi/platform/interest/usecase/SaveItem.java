package io.xunshi.platform.interest.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.InterestProblem;
import io.xunshi.platform.interest.domain.SavedItem;
import io.xunshi.platform.interest.domain.Savers;
import io.xunshi.platform.interest.storage.PersonalLock;
import io.xunshi.platform.interest.storage.SavedItemRepository;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Saves items (收藏) and shows them as they are now. Doing the same twice is doing it once. */
@Component
public class SaveItem {
    private final SavedItemRepository saved;
    private final PersonalLock lock;
    private final Listings listings;
    private final InterestSettings settings;
    private final Clock clock;

    SaveItem(SavedItemRepository saved, PersonalLock lock, Listings listings, InterestSettings settings, Clock clock) {
        this.saved = saved;
        this.lock = lock;
        this.listings = listings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Raises {@link ListingProblem#NOT_FOUND}, for a draft too. */
    @Transactional
    public Mono<Void> save(AccountId person, ListingId id) {
        return listings.find(id)
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .delayUntil(listing -> checkNotOwn(listing, person))
                .delayUntil(listing -> lock.take(person))
                .delayUntil(listing -> checkRoom(person))
                .flatMap(listing -> saved.add(person, listing, clock.instant()));
    }

    @Transactional
    public Mono<Void> remove(AccountId person, ListingId id) {
        return saved.remove(person, id);
    }

    /** All that a person saved, last saved first. */
    public Mono<List<UUID>> ids(AccountId person) {
        return saved.listingsOf(person).collectList();
    }

    /** Last saved first, each with its listing as it is now. */
    public Mono<Page<Saved>> find(AccountId person, @Nullable Cursor after, int limit) {
        return saved.find(person, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(
                        rows,
                        limit,
                        row -> new Cursor(row.savedAt(), row.listing().value())))
                .flatMap(this::withListings);
    }

    /** How many saved each of the seller's own listings; others, and those that nobody saved, are left out. */
    public Mono<List<Savers>> countSavers(AccountId seller, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(List.of())
                : saved.countSavers(seller, ids).collectList();
    }

    private Mono<Void> checkNotOwn(ListingView listing, AccountId person) {
        return listing.seller().equals(person) ? Mono.error(InterestProblem.OWN_LISTING.raise()) : Mono.empty();
    }

    private Mono<Void> checkRoom(AccountId person) {
        return saved.count(person)
                .filter(items -> items < settings.savedMax())
                .switchIfEmpty(Mono.error(() -> InterestProblem.TOO_MANY_SAVED.raise(settings.savedMax())))
                .then();
    }

    private Mono<Page<Saved>> withListings(Page<SavedItem> page) {
        return listings.findAll(page.items().stream().map(SavedItem::listing).toList())
                .collectMap(ListingView::id)
                .map(found -> new Page<>(
                        page.items().stream()
                                .flatMap(item -> saved(item, found))
                                .toList(),
                        page.nextCursor()));
    }

    private static Stream<Saved> saved(SavedItem item, Map<ListingId, ListingView> found) {
        return Optional.ofNullable(found.get(item.listing())).stream().map(listing -> new Saved(item, listing));
    }

    public record Saved(SavedItem item, ListingView listing) {}
}
