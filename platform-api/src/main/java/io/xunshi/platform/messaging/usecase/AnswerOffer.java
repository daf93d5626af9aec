package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.SimilarListings;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.OfferNews;
import io.xunshi.platform.messaging.domain.PriceOffer;
import io.xunshi.platform.messaging.domain.PriceOfferId;
import io.xunshi.platform.messaging.domain.PriceOfferMove;
import io.xunshi.platform.messaging.domain.PriceRange;
import io.xunshi.platform.messaging.storage.PriceOfferRepository;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What the side to which a price was named may do. For anybody but the two there is no such offer. All raise
 * {@link MessagingProblem#OFFER_CLOSED} where it can be answered no more.
 */
@Component
public class AnswerOffer {
    private static final int ALTERNATIVES_MAX = 6;

    private final FindConversations findConversations;
    private final PriceOfferRepository offers;
    private final Bargain bargain;
    private final TellOffers tellOffers;
    private final SimilarListings similarListings;
    private final TransactionalOperator transaction;
    private final Clock clock;

    AnswerOffer(
            FindConversations findConversations,
            PriceOfferRepository offers,
            Bargain bargain,
            TellOffers tellOffers,
            SimilarListings similarListings,
            TransactionalOperator transaction,
            Clock clock) {
        this.findConversations = findConversations;
        this.offers = offers;
        this.bargain = bargain;
        this.tellOffers = tellOffers;
        this.similarListings = similarListings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Agrees: an order at the offer's price holds the item for the buyer. Raises {@link ListingProblem#NOT_AVAILABLE},
     * with <code>similar</code> listings, where somebody was faster, {@link MessagingProblem#OFFER_OVERTAKEN} where the
     * listing is not what the offer was made for, and {@link MessagingProblem#BUYER_HOLDS_TOO_MUCH}.
     */
    public Mono<PriceOffer> accept(AccountId person, PriceOfferId id) {
        return answering(person, id, offer -> accept(person, offer)).delayUntil(bargain::startPayment);
    }

    public Mono<PriceOffer> decline(AccountId person, PriceOfferId id) {
        return answering(
                person,
                id,
                offer -> offers.decline(offer.id(), false)
                        .switchIfEmpty(Mono.error(MessagingProblem.OFFER_CLOSED::raise))
                        .delayUntil(declined -> tellOffers.tell(declined, OfferNews.DECLINED))
                        .doOnNext(declined -> bargain.count(OfferNews.DECLINED)));
    }

    /** Names another price, which is an offer of its own and ends the first. The new one. */
    public Mono<PriceOffer> counter(AccountId person, PriceOfferId id, Money price) {
        return answering(person, id, offer -> counter(person, offer, price)).delayUntil(bargain::startPayment);
    }

    private Mono<PriceOffer> answering(
            AccountId person, PriceOfferId id, Function<PriceOffer, Mono<PriceOffer>> answer) {
        return own(person, id)
                .flatMap(seen -> offers.lock(seen.listing())
                        .then(Mono.defer(() -> own(person, id)))
                        .delayUntil(offer -> checkMayAnswer(person, offer))
                        .flatMap(answer)
                        .as(transaction::transactional)
                        .onErrorResume(ProblemException.class, refusal -> withAlternatives(refusal, seen.listing())));
    }

    private Mono<PriceOffer> own(AccountId person, PriceOfferId id) {
        return offers.find(id)
                .filter(offer -> offer.concerns(person))
                .switchIfEmpty(Mono.error(MessagingProblem.OFFER_NOT_FOUND::raise));
    }

    private Mono<Void> checkMayAnswer(AccountId person, PriceOffer offer) {
        if (offer.isBy(person)) {
            return Mono.error(MessagingProblem.OFFER_NOT_YOURS_TO_ANSWER.raise());
        }
        return offer.isOpenAt(clock.instant()) ? Mono.empty() : Mono.error(MessagingProblem.OFFER_CLOSED.raise());
    }

    private Mono<PriceOffer> accept(AccountId person, PriceOffer offer) {
        var isBuyerHere = offer.buyer().equals(person);
        var news = isBuyerHere ? OfferNews.ACCEPTED_BY_BUYER : OfferNews.ACCEPTED_BY_SELLER;
        return bargain.accept(offer, isBuyerHere, false)
                .delayUntil(accepted -> tellOffers.tell(accepted, news))
                .doOnNext(accepted -> bargain.count(news));
    }

    /** The first is ended before the second is made: only one may wait. */
    private Mono<PriceOffer> counter(AccountId person, PriceOffer offer, Money price) {
        return findConversations
                .standing(person, offer.conversation())
                .flatMap(author -> bargain.onSale(offer.listing())
                        .delayUntil(listing -> offers.move(offer.id(), PriceOfferMove.COUNTER)
                                .switchIfEmpty(Mono.error(MessagingProblem.OFFER_CLOSED::raise)))
                        .flatMap(listing -> bargain.propose(
                                author, listing, price, rangeOf(listing.price(), offer), OfferNews.COUNTERED)));
    }

    private static PriceRange rangeOf(Money asking, PriceOffer offer) {
        return PriceRange.below(asking).answering(offer.author(), offer.price());
    }

    /** After the transaction: whoever lost the race must not keep a connection from the one who won it. */
    private Mono<PriceOffer> withAlternatives(ProblemException refusal, ListingId listing) {
        return refusal.problem() == ListingProblem.NOT_AVAILABLE
                ? similarListings
                        .similarTo(listing, ALTERNATIVES_MAX)
                        .flatMap(similar -> Mono.error(refusal.with("similar", similar)))
                : Mono.error(refusal);
    }
}
