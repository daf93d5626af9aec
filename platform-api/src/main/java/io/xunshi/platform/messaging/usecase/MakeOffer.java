package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.OfferNews;
import io.xunshi.platform.messaging.domain.PriceOffer;
import io.xunshi.platform.messaging.domain.PriceRange;
import io.xunshi.platform.messaging.domain.Standing;
import io.xunshi.platform.messaging.storage.OfferBoundsRepository;
import io.xunshi.platform.messaging.storage.PriceOfferRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Names a price to the other side: a buyer to the seller, or a seller to somebody who wrote. It binds for two days. */
@Component
public class MakeOffer {
    private final FindConversations findConversations;
    private final PriceOfferRepository offers;
    private final OfferBoundsRepository bounds;
    private final Bargain bargain;
    private final TransactionalOperator transaction;

    MakeOffer(
            FindConversations findConversations,
            PriceOfferRepository offers,
            OfferBoundsRepository bounds,
            Bargain bargain,
            TransactionalOperator transaction) {
        this.findConversations = findConversations;
        this.offers = offers;
        this.bounds = bounds;
        this.bargain = bargain;
        this.transaction = transaction;
    }

    /**
     * The offer, which the seller's bounds may have answered already: accepted, it has an order to be paid. Raises
     * {@link ListingProblem#NOT_AVAILABLE}, {@link MessagingProblem#BLOCKED},
     * {@link MessagingProblem#OFFERS_NOT_TAKEN}, {@link MessagingProblem#NOBODY_ASKED},
     * {@link MessagingProblem#OFFER_OUT_OF_RANGE}, {@link MessagingProblem#OFFER_WAITING} or
     * {@link MessagingProblem#TOO_MANY_OFFERS}.
     */
    public Mono<PriceOffer> make(AccountId person, ConversationId id, Money price) {
        return findConversations
                .standing(person, id)
                .flatMap(standing -> lockedMake(standing, price).as(transaction::transactional))
                .delayUntil(bargain::startPayment);
    }

    /** The standing is read again under the lock: the two may have blocked each other meanwhile. */
    private Mono<PriceOffer> lockedMake(Standing seen, Money price) {
        var conversation = seen.conversation();
        return offers.lock(conversation.listing())
                .then(Mono.defer(() -> findConversations.standing(seen.person(), conversation.id())))
                .filter(Standing::mayWrite)
                .switchIfEmpty(Mono.error(MessagingProblem.BLOCKED::raise))
                .delayUntil(this::checkWelcome)
                .flatMap(standing -> bargain.onSale(conversation.listing())
                        .flatMap(listing -> bargain.propose(
                                standing, listing, price, PriceRange.below(listing.price()), OfferNews.MADE)));
    }

    private Mono<Void> checkWelcome(Standing author) {
        return switch (author.side()) {
            case BUYER ->
                bounds.find(author.conversation().listing())
                        .filter(decided -> decided.bounds().takesOffers())
                        .switchIfEmpty(Mono.error(MessagingProblem.OFFERS_NOT_TAKEN::raise))
                        .then();
            case SELLER ->
                author.conversation().lastSequence() > 0
                        ? Mono.empty()
                        : Mono.error(MessagingProblem.NOBODY_ASKED.raise());
        };
    }
}
