package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.GiftAskState;
import io.xunshi.platform.order.GiftCause;
import io.xunshi.platform.order.GiftEvents.GiftChoiceDue;
import io.xunshi.platform.order.GiftEvents.GiftEnded;
import io.xunshi.platform.order.GiftEvents.GiftGiven;
import io.xunshi.platform.order.GiftEvents.GiftPromised;
import io.xunshi.platform.order.GiftProblem;
import io.xunshi.platform.order.GiftState;
import io.xunshi.platform.order.GivenThing;
import io.xunshi.platform.order.OrderSnapshot;
import io.xunshi.platform.order.domain.Gift;
import io.xunshi.platform.order.domain.GiftAsk;
import io.xunshi.platform.order.domain.GiftStep;
import io.xunshi.platform.order.domain.Snapshots;
import io.xunshi.platform.order.storage.GiftAskRepository;
import io.xunshi.platform.order.storage.GiftRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Takes one step of a gift inside the caller's transaction, who holds its row: the state, the asks, the lock on the
 * thing and the news change together, or nothing does. What a state means for the thing is said here and nowhere else.
 */
@Component
class MoveGift {
    private final GiftRepository gifts;
    private final GiftAskRepository asks;
    private final Listings listings;
    private final EventPublisher events;
    private final GiftSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    MoveGift(
            GiftRepository gifts,
            GiftAskRepository asks,
            Listings listings,
            EventPublisher events,
            GiftSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.gifts = gifts;
        this.asks = asks;
        this.listings = listings;
        this.events = events;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Promises the thing to the next in line. Where the line is used up, the giver chooses again among those who still
     * wait; where nobody does, it ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Gift> offerNext(Gift gift, GiftCause cause, @Nullable String words) {
        return asks.promiseNext(gift.id())
                .flatMap(next -> promise(gift, next, cause, words))
                .switchIfEmpty(Mono.defer(() -> asks.countWaiting(gift.id())
                        .flatMap(waiting ->
                                waiting > 0 ? askGiver(gift, cause, words) : end(gift, GiftCause.NOBODY_LEFT, words))));
    }

    /** The window is over, or the line is used up: the giver has to choose among those who wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Gift> askGiver(Gift gift, GiftCause cause, @Nullable String words) {
        var now = clock.instant();
        return letGo(gift)
                .then(Mono.defer(() -> move(gift, GiftState.CHOOSING, cause, words, settings.chooseTime())))
                .delayUntil(moved -> events.publish(new GiftChoiceDue(ids.next(), now, moved.facts())));
    }

    /** The thing is the receiver's. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Gift> give(Gift gift, GiftAsk promised, GiftCause cause) {
        var now = clock.instant();
        return asks.move(promised.id(), GiftAskState.PROMISED, GiftAskState.RECEIVED, now)
                .switchIfEmpty(Mono.error(GiftProblem.WRONG_STATE::raise))
                .then(listings.markSold(gift.listing(), gift.id().value()))
                .then(asks.passAll(gift.id(), now).collectList())
                .flatMap(waiting -> move(gift, GiftState.GIVEN, cause, null, null)
                        .delayUntil(given -> events.publish(given(given, promised.asker(), waiting, now))));
    }

    /** Nobody gets it in this round; it is offered again where its listing still is. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Gift> end(Gift gift, GiftCause cause, @Nullable String words) {
        var now = clock.instant();
        var thing = cause == GiftCause.GIVER_KEEPS_IT
                ? listings.keep(gift.listing(), gift.id().value())
                : letGo(gift);
        return thing.thenMany(asks.passAll(gift.id(), now))
                .collectList()
                .flatMap(waiting -> move(gift, GiftState.ENDED, cause, words, null)
                        .delayUntil(ended ->
                                events.publish(new GiftEnded(ids.next(), now, ended.facts(), cause, waiting))));
    }

    private Mono<Gift> promise(Gift gift, GiftAsk next, GiftCause cause, @Nullable String words) {
        var time = Duration.ofHours(gift.terms().pickupHours());
        return hold(gift, next.asker())
                .then(Mono.defer(() -> move(gift, GiftState.PROMISED, cause, words, time)))
                .delayUntil(moved ->
                        events.publish(new GiftPromised(ids.next(), clock.instant(), moved.facts(), next.asker())));
    }

    /** From one receiver to the next it is never offered to everybody between. */
    private Mono<Void> hold(Gift gift, AccountId receiver) {
        var holder = gift.id().value();
        return gift.state() == GiftState.PROMISED
                ? listings.handOn(gift.listing(), holder, receiver)
                : listings.promiseGift(gift.listing(), receiver, holder)
                        .switchIfEmpty(Mono.error(ListingProblem.NOT_AVAILABLE::raise))
                        .flatMap(listing -> gifts.keepSnapshot(gift.id(), Snapshots.of(listing, listing.price())));
    }

    private Mono<Void> letGo(Gift gift) {
        return gift.state() == GiftState.PROMISED
                ? listings.release(gift.listing(), gift.id().value())
                : Mono.empty();
    }

    private Mono<Gift> move(
            Gift gift, GiftState to, GiftCause cause, @Nullable String words, @Nullable Duration waiting) {
        if (!gift.state().next().contains(to)) {
            return Mono.error(GiftProblem.WRONG_STATE.raise());
        }
        var now = clock.instant();
        return gifts.move(gift.id(), new GiftStep(to, now, cause, words), waiting == null ? null : now.plus(waiting));
    }

    private GiftGiven given(Gift gift, AccountId receiver, List<AccountId> waiting, Instant now) {
        return new GiftGiven(ids.next(), now, gift.facts(), thingOf(gift), receiver, waiting);
    }

    private static GivenThing thingOf(Gift gift) {
        OrderSnapshot promised = Objects.requireNonNull(gift.snapshot(), "given without a promise");
        return new GivenThing(
                promised.categoryCode(), promised.districtCode(), promised.conditionCode(), promised.hash());
    }
}
