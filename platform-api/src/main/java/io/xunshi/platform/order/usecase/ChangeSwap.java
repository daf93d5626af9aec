package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.SwapCause;
import io.xunshi.platform.order.SwapId;
import io.xunshi.platform.order.SwapProblem;
import io.xunshi.platform.order.SwapState;
import io.xunshi.platform.order.domain.Snapshots;
import io.xunshi.platform.order.domain.Swap;
import io.xunshi.platform.order.domain.SwapParty;
import io.xunshi.platform.order.storage.SwapRepository;
import io.xunshi.platform.payment.Payments;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What those who take part may do with a swap of theirs. For anybody else it does not exist. Every change locks the
 * swap before anything else, so of a consent and a withdrawal at the same moment one finds that the other was first.
 */
@Component
public class ChangeSwap {
    private final SwapRepository swaps;
    private final MoveSwap moveSwap;
    private final Listings listings;
    private final Payments payments;
    private final SwapSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ChangeSwap(
            SwapRepository swaps,
            MoveSwap moveSwap,
            Listings listings,
            Payments payments,
            SwapSettings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.swaps = swaps;
        this.moveSwap = moveSwap;
        this.listings = listings;
        this.payments = payments;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Says yes. The last one's yes holds all things or none: raises
     * {@link io.xunshi.platform.listing.ListingProblem#ONE_NOT_AVAILABLE} with the one that is gone, and
     * {@link SwapProblem#THING_CHANGED} with the one that is another now.
     */
    public Mono<Swap> consent(AccountId person, SwapId id) {
        return change(
                        person,
                        id,
                        swap -> in(SwapState.PROPOSED, swap)
                                .then(onlyIf(!swap.partyOf(person).consented()))
                                .then(Mono.defer(
                                        () -> swaps.consent(swap.partyOf(person).id())))
                                .then(Mono.defer(() -> swaps.find(id)))
                                .flatMap(agreed -> agreed.ring().haveAllConsented()
                                        ? promise(agreed, person)
                                        : moveSwap.note(agreed, SwapCause.CONSENT_GIVEN, person)
                                                .thenReturn(agreed)))
                .delayUntil(this::tellProvider);
    }

    /** Says no to what somebody else proposed. */
    public Mono<Swap> decline(AccountId person, SwapId id) {
        return change(
                person,
                id,
                swap -> in(SwapState.PROPOSED, swap)
                        .then(onlyIf(!swap.partyOf(person).consented()))
                        .then(Mono.defer(() ->
                                moveSwap.move(swap, SwapState.DECLINED, SwapCause.PARTY_DECLINED, person, null))));
    }

    /** Takes one's own yes back while somebody else's is missing. */
    public Mono<Swap> withdraw(AccountId person, SwapId id) {
        return change(
                person,
                id,
                swap -> in(SwapState.PROPOSED, swap)
                        .then(onlyIf(swap.partyOf(person).consented()))
                        .then(Mono.defer(() ->
                                moveSwap.move(swap, SwapState.WITHDRAWN, SwapCause.PARTY_WITHDREW, person, null))));
    }

    /** Asks the provider again where the person can pay their balance. */
    public Mono<Swap> retryPayment(AccountId person, SwapId id) {
        return MoveSwap.visibleTo(person, swaps.find(id))
                .delayUntil(swap -> in(SwapState.AWAITING_PAYMENT, swap))
                .delayUntil(swap -> onlyIf(swap.partyOf(person).pays().isPositive()))
                .delayUntil(swap -> start(swap.partyOf(person)));
    }

    /** Calls off what all had agreed to. What was handed over by then has to be brought back. */
    public Mono<Swap> cancel(AccountId person, SwapId id, String reason) {
        return change(
                person,
                id,
                swap -> in(List.of(SwapState.AWAITING_PAYMENT, SwapState.AGREED), swap)
                        .then(Mono.defer(
                                () -> moveSwap.callOff(swap, SwapCause.PARTY_CANCELLED, person, reason.strip()))));
    }

    /** Who gives a thing types the code that only who gets it can show. The last handover settles the swap. */
    public Mono<Swap> handOver(AccountId person, SwapId id, String code) {
        return MoveSwap.visibleTo(person, swaps.find(id))
                .delayUntil(swap -> in(SwapState.AGREED, swap))
                .delayUntil(swap -> checkRules(swap.partyOf(person)))
                .delayUntil(swap -> checkCode(swap.partyOf(person), swap.ring().receiverOf(swap.partyOf(person)), code))
                .then(change(
                        person,
                        id,
                        swap -> in(SwapState.AGREED, swap)
                                .then(once(swaps.handOver(swap.partyOf(person).id())))
                                .then(Mono.defer(() -> swaps.find(id)))
                                .flatMap(given -> given.ring().haveAllHandedOver()
                                        ? moveSwap.move(
                                                given, SwapState.SETTLED, SwapCause.ALL_HANDED_OVER, person, null)
                                        : moveSwap.note(given, SwapCause.THING_HANDED_OVER, person)
                                                .thenReturn(given))));
    }

    /** Who got a thing brings it back, and types the code that only its giver can show. */
    public Mono<Swap> giveBack(AccountId person, SwapId id, String code) {
        return MoveSwap.visibleTo(person, swaps.find(id))
                .delayUntil(swap -> in(SwapState.RETURNING, swap))
                .delayUntil(swap -> checkCode(swap.partyOf(person), swap.ring().giverTo(swap.partyOf(person)), code))
                .then(change(person, id, swap -> returned(swap, swap.ring().giverTo(swap.partyOf(person)), person)));
    }

    /** Who gave a thing says that they have it back: no proof is needed of what one says against oneself. */
    public Mono<Swap> takeBack(AccountId person, SwapId id) {
        return change(person, id, swap -> returned(swap, swap.partyOf(person), person));
    }

    private Mono<Swap> returned(Swap swap, SwapParty giver, AccountId by) {
        return in(SwapState.RETURNING, swap)
                .then(once(swaps.giveBack(giver.id())))
                .then(Mono.defer(() -> swaps.find(swap.id())))
                .flatMap(back -> back.ring().away().isEmpty()
                        ? moveSwap.move(back, MoveSwap.unwound(back), SwapCause.ALL_RETURNED, by, null)
                        : moveSwap.note(back, SwapCause.THING_RETURNED, by).thenReturn(back));
    }

    private Mono<Swap> promise(Swap swap, AccountId last) {
        return listings.reserveAll(swap.receivers(), swap.id().value())
                .flatMapMany(Flux::fromIterable)
                .concatMap(listing -> freeze(swap, listing))
                .then(Mono.defer(() -> moveSwap.move(
                        swap,
                        swap.hasBalance() ? SwapState.AWAITING_PAYMENT : SwapState.AGREED,
                        SwapCause.ALL_CONSENTED,
                        last,
                        null)));
    }

    /** What was consented to is what was proposed; its owner may have changed it since. */
    private Mono<Void> freeze(Swap swap, ListingView listing) {
        var party = swap.partyOf(listing.seller());
        var now = Snapshots.of(listing, listing.price());
        return party.thing().saysTheSameAs(now)
                ? swaps.freeze(party.id(), now)
                : Mono.error(SwapProblem.THING_CHANGED.raise(listing.title()));
    }

    private Mono<Void> tellProvider(Swap swap) {
        return swap.state() == SwapState.AWAITING_PAYMENT
                ? Flux.fromIterable(swap.ring().payers())
                        .concatMap(this::start)
                        .then()
                        .onErrorComplete()
                : Mono.empty();
    }

    private Mono<Void> start(SwapParty payer) {
        return payments.findByOrder(payer.id())
                .flatMap(payment -> payments.start(payment.id()))
                .then();
    }

    private Mono<Void> checkRules(SwapParty giver) {
        return listings.checkHandover(Swap.listing(giver), giver.thing().categoryCode());
    }

    /** Wrong tries are counted outside the transaction of the step: a refusal must not undo the counting. */
    private Mono<Void> checkCode(SwapParty types, SwapParty shows, String typed) {
        var now = clock.instant();
        var lockedUntil = types.codeLockedUntil();
        if (lockedUntil != null && lockedUntil.isAfter(now)) {
            var seconds = Math.max(1, Duration.between(now, lockedUntil).toSeconds());
            return Mono.error(SwapProblem.CODE_LOCKED.raise(seconds).with("retryAfterSeconds", seconds));
        }
        return isEqual(shows.code(), typed)
                ? Mono.empty()
                : swaps.countWrongCode(types.id(), settings.codeTriesMax(), now.plus(settings.codePause()))
                        .then(Mono.error(SwapProblem.CODE_WRONG::raise));
    }

    private Mono<Swap> change(AccountId person, SwapId id, Function<Swap, Mono<Swap>> step) {
        return Mono.defer(() -> MoveSwap.visibleTo(person, swaps.lock(id)))
                .flatMap(step)
                .as(transaction::transactional);
    }

    private static Mono<Void> in(SwapState state, Swap swap) {
        return in(List.of(state), swap);
    }

    private static Mono<Void> in(List<SwapState> states, Swap swap) {
        return states.contains(swap.state()) ? Mono.empty() : Mono.error(SwapProblem.WRONG_STATE.raise());
    }

    private static Mono<Void> once(Mono<Boolean> done) {
        return done.filter(first -> first)
                .switchIfEmpty(Mono.error(SwapProblem.WRONG_STATE::raise))
                .then();
    }

    private static Mono<Void> onlyIf(boolean allowed) {
        return allowed ? Mono.empty() : Mono.error(SwapProblem.NOT_YOURS_TO_DO.raise());
    }

    private static boolean isEqual(String expected, String typed) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
