package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.listing.GiftChoice;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.GiftAskState;
import io.xunshi.platform.order.GiftCause;
import io.xunshi.platform.order.GiftEvents.GiftDeclined;
import io.xunshi.platform.order.GiftEvents.GiftPromiseBroken;
import io.xunshi.platform.order.GiftId;
import io.xunshi.platform.order.GiftProblem;
import io.xunshi.platform.order.GiftState;
import io.xunshi.platform.order.domain.Gift;
import io.xunshi.platform.order.domain.GiftAsk;
import io.xunshi.platform.order.storage.GiftAskRepository;
import io.xunshi.platform.order.storage.GiftRepository;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What giver and askers may do with a gift. For anybody else it does not exist. Everything that changes one holds its
 * row, so that of two at the same moment the second sees what the first has done.
 */
@Component
public class ChangeGift {
    private final GiftRepository gifts;
    private final GiftAskRepository asks;
    private final MoveGift moveGift;
    private final Listings listings;
    private final EventPublisher events;
    private final GiftSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    ChangeGift(
            GiftRepository gifts,
            GiftAskRepository asks,
            MoveGift moveGift,
            Listings listings,
            EventPublisher events,
            GiftSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.gifts = gifts;
        this.asks = asks;
        this.moveGift = moveGift;
        this.listings = listings;
        this.events = events;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** An asker does not want it any more, promised or not; a promise passes to the next in line. */
    public Mono<Gift> withdraw(AccountId asker, GiftId id) {
        return locked(id)
                .flatMap(gift -> ownAsk(gift, asker).flatMap(ask -> switch (ask.state()) {
                    case WAITING -> leave(gift, ask);
                    case PROMISED -> decline(gift, ask);
                    case RECEIVED, NO_SHOW, BROKEN, WITHDRAWN, PASSED -> Mono.error(GiftProblem.WRONG_STATE.raise());
                }))
                .as(transaction::transactional);
    }

    /**
     * The giver names who gets it, and in what order the others would. Raises {@link GiftProblem#NOT_WAITING} where
     * somebody among them does not wait.
     *
     * @param inOrder asks, the first choice first, not empty
     */
    public Mono<Gift> choose(AccountId giver, GiftId id, List<UUID> inOrder) {
        var line = inOrder.stream().distinct().toList();
        return asGiver(
                giver,
                id,
                gift -> gift.terms().choice() == GiftChoice.GIVERS_CHOICE
                                && (gift.state() == GiftState.OPEN || gift.state() == GiftState.CHOOSING)
                        ? asks.line(id, line)
                                .filter(placed -> placed == line.size())
                                .switchIfEmpty(Mono.error(GiftProblem.NOT_WAITING::raise))
                                .flatMap(placed -> moveGift.offerNext(gift, GiftCause.GIVER_CHOSE, null))
                        : Mono.error(GiftProblem.WRONG_STATE.raise()));
    }

    /** The giver types the code that the receiver shows. */
    public Mono<Gift> handOver(AccountId giver, GiftId id, String pickupCode) {
        return gifts.find(id)
                .filter(gift -> gift.giver().equals(giver))
                .switchIfEmpty(Mono.defer(() -> notGiver(giver, id)))
                .delayUntil(gift -> asks.findPromised(id)
                        .switchIfEmpty(Mono.error(GiftProblem.WRONG_STATE::raise))
                        .flatMap(promised -> checkCode(gift, promised.pickupCode(), pickupCode)))
                .flatMap(gift -> asGiver(giver, id, held -> given(held, GiftCause.PICKUP_CODE_GIVEN)));
    }

    /** The receiver says that they have it: no proof is needed of what one says against oneself. */
    public Mono<Gift> confirm(AccountId receiver, GiftId id) {
        return locked(id)
                .flatMap(gift -> ownAsk(gift, receiver)
                        .filter(ask -> ask.state() == GiftAskState.PROMISED)
                        .switchIfEmpty(Mono.error(GiftProblem.WRONG_STATE::raise))
                        .flatMap(ask -> given(gift, GiftCause.RECEIVER_HAS_IT)))
                .as(transaction::transactional);
    }

    /**
     * The giver takes a promise back, which is counted; the next in line gets it, unless the giver keeps it.
     *
     * @param keepsIt whether nobody gets it, and its listing is taken back
     */
    public Mono<Gift> breakPromise(AccountId giver, GiftId id, String words, boolean keepsIt) {
        var now = clock.instant();
        return asGiver(
                giver,
                id,
                gift -> promised(gift)
                        .flatMap(ask -> asks.move(ask.id(), GiftAskState.PROMISED, GiftAskState.BROKEN, now))
                        .flatMap(broken ->
                                events.publish(new GiftPromiseBroken(ids.next(), now, gift.facts(), broken.asker())))
                        .then(Mono.defer(() -> keepsIt
                                ? moveGift.end(gift, GiftCause.GIVER_KEEPS_IT, words)
                                : moveGift.offerNext(gift, GiftCause.GIVER_BROKE_PROMISE, words))));
    }

    /** Who is said not to have come contradicts; both are shown to givers from then on. */
    public Mono<Gift> contest(AccountId asker, GiftId id, String words) {
        return locked(id)
                .delayUntil(gift -> ownAsk(gift, asker)
                        .flatMap(ask -> asks.contest(id, asker, words.strip()))
                        .filter(contested -> contested)
                        .switchIfEmpty(Mono.error(GiftProblem.WRONG_STATE::raise)))
                .as(transaction::transactional);
    }

    private Mono<Gift> leave(Gift gift, GiftAsk ask) {
        return asks.move(ask.id(), GiftAskState.WAITING, GiftAskState.WITHDRAWN, clock.instant())
                .then(asks.countWaiting(gift.id()))
                .flatMap(waiting -> waiting > 0 ? Mono.just(gift) : afterLastLeft(gift));
    }

    /** Nobody waits: an open gift waits for the next asker, and a giver has nobody to choose from. */
    private Mono<Gift> afterLastLeft(Gift gift) {
        return switch (gift.state()) {
            case OPEN -> gifts.stopClock(gift.id()).then(Mono.defer(() -> gifts.find(gift.id())));
            case CHOOSING -> moveGift.end(gift, GiftCause.NOBODY_LEFT, null);
            case PROMISED, GIVEN, ENDED -> Mono.just(gift);
        };
    }

    private Mono<Gift> decline(Gift gift, GiftAsk ask) {
        var now = clock.instant();
        return asks.move(ask.id(), GiftAskState.PROMISED, GiftAskState.WITHDRAWN, now)
                .then(Mono.defer(() -> events.publish(new GiftDeclined(ids.next(), now, gift.facts(), ask.asker()))))
                .then(Mono.defer(() -> moveGift.offerNext(gift, GiftCause.RECEIVER_DECLINED, null)));
    }

    private Mono<Gift> given(Gift gift, GiftCause cause) {
        return promised(gift)
                .delayUntil(ask -> listings.checkHandover(gift.listing(), categoryOf(gift)))
                .flatMap(ask -> moveGift.give(gift, ask, cause));
    }

    private Mono<GiftAsk> promised(Gift gift) {
        return asks.findPromised(gift.id()).switchIfEmpty(Mono.error(GiftProblem.WRONG_STATE::raise));
    }

    private Mono<Gift> asGiver(AccountId giver, GiftId id, Function<Gift, Mono<Gift>> step) {
        return locked(id)
                .filter(gift -> gift.giver().equals(giver))
                .switchIfEmpty(Mono.defer(() -> notGiver(giver, id)))
                .flatMap(step)
                .as(transaction::transactional);
    }

    private Mono<Gift> locked(GiftId id) {
        return gifts.lock(id).switchIfEmpty(Mono.error(GiftProblem.NOT_FOUND::raise));
    }

    private Mono<GiftAsk> ownAsk(Gift gift, AccountId asker) {
        return asks.findOf(gift.id(), asker)
                .switchIfEmpty(Mono.error(() ->
                        (gift.giver().equals(asker) ? GiftProblem.NOT_YOURS_TO_DO : GiftProblem.NOT_FOUND).raise()));
    }

    /** An asker learns whose it is to do; for a stranger it does not exist. */
    private Mono<Gift> notGiver(AccountId person, GiftId id) {
        return asks.findOf(id, person)
                .hasElement()
                .flatMap(asks -> Mono.error((asks ? GiftProblem.NOT_YOURS_TO_DO : GiftProblem.NOT_FOUND).raise()));
    }

    /** Wrong tries are counted outside the transaction of the step: a refusal must not undo the counting. */
    private Mono<Void> checkCode(Gift gift, String expected, String typed) {
        var now = clock.instant();
        var lockedUntil = gift.codeLockedUntil();
        if (lockedUntil != null && lockedUntil.isAfter(now)) {
            var seconds = Math.max(1, Duration.between(now, lockedUntil).toSeconds());
            return Mono.error(GiftProblem.CODE_LOCKED.raise(seconds).with("retryAfterSeconds", seconds));
        }
        return isEqual(expected, typed)
                ? Mono.empty()
                : gifts.countWrongCode(gift.id(), settings.codeTriesMax(), now.plus(settings.codePause()))
                        .then(Mono.error(GiftProblem.CODE_WRONG::raise));
    }

    private static String categoryOf(Gift gift) {
        return Objects.requireNonNull(gift.snapshot(), "promised without a snapshot")
                .categoryCode();
    }

    private static boolean isEqual(String expected, String typed) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
