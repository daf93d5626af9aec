package io.xunshi.platform.interest.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.storage.PersonalLock;
import io.xunshi.platform.interest.storage.SeenItemRepository;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Remembers what somebody who is signed in looked at last (看过), for themselves alone. */
@Component
public class SeeItems {
    private final SeenItemRepository seen;
    private final PersonalLock lock;
    private final Listings listings;
    private final InterestSettings settings;
    private final Clock clock;

    SeeItems(SeenItemRepository seen, PersonalLock lock, Listings listings, InterestSettings settings, Clock clock) {
        this.seen = seen;
        this.lock = lock;
        this.listings = listings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Puts it in front of the others. One's own is not remembered. Raises {@link ListingProblem#NOT_FOUND}. */
    @Transactional
    public Mono<Void> see(AccountId person, ListingId id) {
        return listings.find(id)
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .filter(listing -> !listing.seller().equals(person))
                .delayUntil(listing -> lock.take(person))
                .flatMap(listing -> seen.add(person, listing, clock.instant(), settings.seenMax()));
    }

    /** Last seen first; what its owner took back is left out. */
    public Mono<List<ListingView>> find(AccountId person) {
        return seen.find(person)
                .collectList()
                .flatMap(ids -> listings.findAll(ids)
                        .filter(listing -> listing.state() != ListingState.WITHDRAWN)
                        .collectMap(ListingView::id)
                        .map(found -> inOrder(ids, found)));
    }

    @Transactional
    public Mono<Void> clear(AccountId person) {
        return seen.clear(person);
    }

    private static List<ListingView> inOrder(List<ListingId> ids, Map<ListingId, ListingView> found) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
