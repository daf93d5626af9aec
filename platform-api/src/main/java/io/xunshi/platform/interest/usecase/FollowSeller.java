package io.xunshi.platform.interest.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.interest.InterestProblem;
import io.xunshi.platform.interest.domain.Yuan;
import io.xunshi.platform.interest.storage.FollowRepository;
import io.xunshi.platform.interest.storage.PersonalLock;
import io.xunshi.platform.listing.ListingEvents.ListingPublished;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Follows sellers (关注): what they offer anew is in the follower's feed and, as the follower chooses, a notice. */
@Component
public class FollowSeller {
    private final FollowRepository follows;
    private final PersonalLock lock;
    private final Accounts accounts;
    private final Listings listings;
    private final Notices notices;
    private final InterestSettings settings;
    private final Clock clock;

    FollowSeller(
            FollowRepository follows,
            PersonalLock lock,
            Accounts accounts,
            Listings listings,
            Notices notices,
            InterestSettings settings,
            Clock clock) {
        this.follows = follows;
        this.lock = lock;
        this.accounts = accounts;
        this.listings = listings;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /** Raises {@link IdentityProblem#ACCOUNT_NOT_FOUND}. Doing it twice is doing it once. */
    @Transactional
    public Mono<Void> follow(AccountId person, AccountId seller) {
        return person.equals(seller)
                ? Mono.error(InterestProblem.OWN_ACCOUNT.raise())
                : accounts.find(seller)
                        .switchIfEmpty(Mono.error(IdentityProblem.ACCOUNT_NOT_FOUND::raise))
                        .delayUntil(account -> lock.take(person))
                        .delayUntil(account -> checkRoom(person))
                        .flatMap(account -> follows.add(person, seller, clock.instant()));
    }

    @Transactional
    public Mono<Void> unfollow(AccountId person, AccountId seller) {
        return follows.remove(person, seller);
    }

    /** Last followed first; accounts that are gone are left out. */
    public Mono<List<AccountView>> find(AccountId person) {
        return follows.sellersOf(person)
                .collectList()
                .flatMap(sellers ->
                        accounts.findAll(sellers).collectMap(AccountView::id).map(found -> inOrder(sellers, found)));
    }

    /** Tells followers of a listing once, however often it is put out. */
    @Transactional
    public Mono<Void> tellFollowers(ListingPublished event) {
        var id = new ListingId(event.listingId());
        return follows.noteTold(id, event.seller())
                .filter(isFirst -> isFirst)
                .flatMap(isFirst -> listings.find(id))
                .filter(listing -> listing.state() == ListingState.PUBLISHED)
                .flatMap(listing -> follows.followersOf(listing.seller())
                        .map(follower -> new Notice(follower, about(listing)))
                        .collectList()
                        .flatMap(people -> notices.tell(
                                people, Kind.SELLER_LISTED, event.listingId(), event.eventId(), event.at())));
    }

    private Mono<Void> checkRoom(AccountId person) {
        return follows.sellersOf(person)
                .count()
                .filter(followed -> followed < settings.followedMax())
                .switchIfEmpty(Mono.error(() -> InterestProblem.TOO_MANY_FOLLOWED.raise(settings.followedMax())))
                .then();
    }

    private static Map<String, String> about(ListingView listing) {
        return Map.of(
                "title", listing.title(),
                "price", Yuan.text(listing.price().amount()),
                "path", "/listings/" + listing.id());
    }

    private static List<AccountView> inOrder(List<AccountId> ids, Map<AccountId, AccountView> found) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
