package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.storage.ConversationRepository;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Begins a conversation about a listing, or goes on with the one that the two have. */
@Component
public class OpenConversation {
    private final ConversationRepository conversations;
    private final Listings listings;
    private final MessagingSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    OpenConversation(
            ConversationRepository conversations,
            Listings listings,
            MessagingSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.conversations = conversations;
        this.listings = listings;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody asks about a listing. One that is gone can be talked about only by those who asked before. */
    @Transactional
    public Mono<ConversationId> ask(AccountId buyer, ListingId listing) {
        return conversations
                .findOfAsker(listing, buyer)
                .switchIfEmpty(Mono.defer(() -> listings.find(listing)
                        .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                        .delayUntil(found -> checkMayAsk(found, buyer))
                        .flatMap(found -> open(found, buyer))))
                .map(Conversation::id);
    }

    /** What an order needs, whether or not the buyer asked before. */
    @Transactional
    public Mono<Conversation> between(ListingId listing, AccountId buyer) {
        return conversations
                .findOfAsker(listing, buyer)
                .switchIfEmpty(Mono.defer(() -> listings.find(listing).flatMap(found -> open(found, buyer))));
    }

    private Mono<Void> checkMayAsk(ListingView listing, AccountId buyer) {
        if (listing.seller().equals(buyer)) {
            return Mono.error(MessagingProblem.OWN_LISTING.raise());
        }
        if (listing.state() != ListingState.PUBLISHED && listing.state() != ListingState.RESERVED) {
            return Mono.error(ListingProblem.NOT_AVAILABLE.raise());
        }
        return conversations
                .countOpened(buyer, clock.instant().minus(Duration.ofDays(1)))
                .filter(opened -> opened < settings.conversationsPerDay())
                .switchIfEmpty(
                        Mono.error(() -> MessagingProblem.TOO_MANY_CONVERSATIONS.raise(settings.conversationsPerDay())))
                .then();
    }

    /** Read after it is written: it may have been somebody else's writing that won. */
    private Mono<Conversation> open(ListingView listing, AccountId buyer) {
        return conversations
                .open(new ConversationId(ids.next()), listing, buyer, clock.instant())
                .then(conversations.findOfAsker(listing.id(), buyer));
    }
}
