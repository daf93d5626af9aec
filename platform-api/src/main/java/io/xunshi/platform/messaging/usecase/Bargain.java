package io.xunshi.platform.messaging.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.DecidedBounds;
import io.xunshi.platform.messaging.domain.OfferBounds;
import io.xunshi.platform.messaging.domain.OfferNews;
import io.xunshi.platform.messaging.domain.PriceOffer;
import io.xunshi.platform.messaging.domain.PriceOfferId;
import io.xunshi.platform.messaging.domain.PriceRange;
import io.xunshi.platform.messaging.domain.Side;
import io.xunshi.platform.messaging.domain.Standing;
import io.xunshi.platform.messaging.storage.OfferBoundsRepository;
import io.xunshi.platform.messaging.storage.PriceOfferRepository;
import io.xunshi.platform.order.AgreedPurchases;
import io.xunshi.platform.order.Agreement;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderProblem;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * The steps that bargaining is made of (议价), inside the caller's transaction, which holds the listing's lock: an offer,
 * what the seller's bounds say of it, the order and the news are stored together, or nothing is.
 */
@Component
class Bargain {
    private final PriceOfferRepository offers;
    private final OfferBoundsRepository bounds;
    private final Listings listings;
    private final AgreedPurchases purchases;
    private final TellOffers tellOffers;
    private final MessagingSettings settings;
    private final IdGenerator ids;
    private final Clock clock;
    private final MeterRegistry meters;

    Bargain(
            PriceOfferRepository offers,
            OfferBoundsRepository bounds,
            Listings listings,
            AgreedPurchases purchases,
            TellOffers tellOffers,
            MessagingSettings settings,
            IdGenerator ids,
            Clock clock,
            MeterRegistry meters) {
        this.offers = offers;
        this.bounds = bounds;
        this.listings = listings;
        this.purchases = purchases;
        this.tellOffers = tellOffers;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    /** The listing, while its item can be bought. */
    Mono<ListingView> onSale(ListingId id) {
        return listings.find(id)
                .filter(listing -> listing.state() == ListingState.PUBLISHED && listing.forSale())
                .switchIfEmpty(Mono.error(ListingProblem.NOT_AVAILABLE::raise))
                .filter(ListingView::isUnique)
                .switchIfEmpty(Mono.error(MessagingProblem.OFFERS_NOT_TAKEN::raise));
    }

    /**
     * Names a price. Raises {@link MessagingProblem#OFFER_OUT_OF_RANGE}, {@link MessagingProblem#TOO_MANY_OFFERS} or
     * {@link MessagingProblem#OFFER_WAITING}.
     *
     * @param news {@link OfferNews#MADE} or {@link OfferNews#COUNTERED}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<PriceOffer> propose(
            Standing author, ListingView listing, Money price, PriceRange range, OfferNews news) {
        if (!range.contains(price)) {
            return Mono.error(outOf(range));
        }
        return checkNoneWaits(author.conversation().id())
                .then(mayNameAnother(author.conversation().id(), author.side()))
                .filter(may -> may)
                .switchIfEmpty(Mono.error(MessagingProblem.TOO_MANY_OFFERS::raise))
                .map(may -> PriceOffer.made(new PriceOfferId(ids.next()), author, listing, price, clock.instant()))
                .delayUntil(this::add)
                .flatMap(offer -> judge(offer, news));
    }

    /** Whether a side has not named as many prices as it may. */
    Mono<Boolean> mayNameAnother(ConversationId id, Side side) {
        return offers.countMade(id, side).map(made -> made < settings.offersPerSide());
    }

    /** Places the order at the offer's price. Raises what {@link AgreedPurchases#place} does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<PriceOffer> accept(PriceOffer offer, boolean isBuyerHere, boolean isAutomatic) {
        return purchases
                .place(new Agreement(offer.buyer(), offer.listing(), offer.price(), isBuyerHere))
                .onErrorMap(ProblemException.class, refusal -> isBuyerHere ? refusal : asSellerReads(refusal))
                .delayUntil(order -> checkHolds(offer))
                .map(OrderId::value)
                .flatMap(order -> offers.accept(offer.id(), order, isAutomatic))
                .switchIfEmpty(Mono.error(MessagingProblem.OFFER_CLOSED::raise));
    }

    /** After the transaction. */
    Mono<Void> startPayment(PriceOffer offer) {
        return Mono.justOrEmpty(offer.orderId()).map(OrderId::new).flatMap(purchases::startPayment);
    }

    void count(OfferNews news) {
        meters.counter("xunshi.messaging.price-offers", "news", news.name()).increment();
    }

    private Mono<Void> checkNoneWaits(ConversationId id) {
        return offers.isOneWaiting(id)
                .filter(isWaiting -> isWaiting)
                .flatMap(isWaiting -> Mono.error(MessagingProblem.OFFER_WAITING.raise()));
    }

    /** The database says so, too, should the lock ever be forgotten. */
    private Mono<Void> add(PriceOffer offer) {
        return offers.add(offer)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(MessagingProblem.OFFER_WAITING::raise))
                .then();
    }

    private Mono<PriceOffer> judge(PriceOffer offer, OfferNews news) {
        return offer.author() == Side.SELLER
                ? leaveOpen(offer, news)
                : bounds.find(offer.listing())
                        .map(DecidedBounds::bounds)
                        .map(decided -> decided.verdictOn(offer.price()))
                        .flatMap(verdict -> follow(verdict, offer, news));
    }

    private Mono<PriceOffer> follow(OfferBounds.Verdict verdict, PriceOffer offer, OfferNews news) {
        return switch (verdict) {
            case ASK -> leaveOpen(offer, news);
            case ACCEPT ->
                accept(offer, true, true)
                        .delayUntil(accepted -> tellOffers.tell(accepted, OfferNews.MADE_AND_ANSWERED))
                        .doOnNext(accepted -> count(OfferNews.MADE_AND_ANSWERED));
            case DECLINE ->
                offers.decline(offer.id(), true)
                        .delayUntil(declined ->
                                tellOffers.tell(declined, OfferNews.MADE_AND_ANSWERED, OfferNews.DECLINED_AT_ONCE))
                        .doOnNext(declined -> count(OfferNews.DECLINED_AT_ONCE));
        };
    }

    private Mono<PriceOffer> leaveOpen(PriceOffer offer, OfferNews news) {
        return tellOffers.tell(offer, news).thenReturn(offer).doOnNext(open -> count(news));
    }

    /** After the order has taken the listing's row lock: the listing cannot change any more before the commit. */
    private Mono<Void> checkHolds(PriceOffer offer) {
        return listings.find(offer.listing())
                .filter(listing -> offer.whyNotFor(listing).isEmpty())
                .switchIfEmpty(Mono.error(MessagingProblem.OFFER_OVERTAKEN::raise))
                .then();
    }

    private static ProblemException asSellerReads(ProblemException refusal) {
        return refusal.problem() == OrderProblem.TOO_MANY_UNPAID
                ? MessagingProblem.BUYER_HOLDS_TOO_MUCH.raise()
                : refusal;
    }

    private static ProblemException outOf(PriceRange range) {
        return MessagingProblem.OFFER_OUT_OF_RANGE
                .raise()
                .with("least", Money.fen(range.leastFen()))
                .with("most", Money.fen(range.mostFen()));
    }
}
