package io.xunshi.platform.order.usecase;

import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.SwapCause;
import io.xunshi.platform.order.SwapState;
import io.xunshi.platform.order.domain.Swap;
import io.xunshi.platform.order.storage.SwapRepository;
import io.xunshi.platform.payment.PaymentState;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Moves swaps as their balances move. Nothing is taken before every balance is ready. Where the only payer is late, the
 * things are taken if all of them are still free, and the money given back if they are not.
 */
@Component
public class FollowSwapPayment {
    private static final Set<PaymentState> BACK = Set.of(PaymentState.VOIDED, PaymentState.REFUNDED);

    private final SwapRepository swaps;
    private final MoveSwap moveSwap;
    private final Listings listings;
    private final Payments payments;

    FollowSwapPayment(SwapRepository swaps, MoveSwap moveSwap, Listings listings, Payments payments) {
        this.swaps = swaps;
        this.moveSwap = moveSwap;
        this.listings = listings;
        this.payments = payments;
    }

    /** @param party whose payment it is; does nothing where there is no such party */
    @Transactional
    public Mono<Void> authorized(UUID party) {
        return lockedOf(party).flatMap(swap -> switch (swap.state()) {
            case AWAITING_PAYMENT ->
                onceAll(swap, Set.of(PaymentState.AUTHORIZED), SwapState.COLLECTING, SwapCause.PAID_IN_TIME);
            case EXPIRED -> isOnlyPayer(swap) ? revive(swap, party) : giveBack(party);
            case CANCELLED, CANCELLING -> giveBack(party);
            case PROPOSED, DECLINED, WITHDRAWN, COUNTERED, LAPSED, COLLECTING, AGREED, SETTLED, RETURNING, BROKEN ->
                Mono.empty();
        });
    }

    @Transactional
    public Mono<Void> captured(UUID party) {
        return lockedOf(party)
                .filter(swap -> swap.state() == SwapState.COLLECTING)
                .flatMap(swap ->
                        onceAll(swap, Set.of(PaymentState.CAPTURED), SwapState.AGREED, SwapCause.MONEY_IN_ESCROW));
    }

    /** Voided or refunded: either way the payer has all of the money. */
    @Transactional
    public Mono<Void> givenBack(UUID party) {
        return lockedOf(party)
                .filter(swap -> swap.state() == SwapState.CANCELLING)
                .flatMap(swap -> onceAll(swap, BACK, SwapState.CANCELLED, SwapCause.MONEY_RETURNED));
    }

    /** Moves on once the payments of all who pay are as far. */
    private Mono<Void> onceAll(Swap swap, Set<PaymentState> reached, SwapState to, SwapCause cause) {
        return Flux.fromIterable(swap.ring().payers())
                .concatMap(payer -> payments.findByOrder(payer.id()))
                .map(PaymentView::state)
                .all(reached::contains)
                .filter(all -> all)
                .flatMap(all -> moveSwap.move(swap, to, cause))
                .then();
    }

    /** Refusals come before anything is promised, so they leave nothing half done. */
    private Mono<Void> revive(Swap swap, UUID party) {
        return listings.reserveAll(swap.receivers(), swap.id().value())
                .flatMap(held -> moveSwap.move(swap, SwapState.COLLECTING, SwapCause.PAID_LATE))
                .then()
                .onErrorResume(ProblemException.class, gone -> giveBack(party));
    }

    private Mono<Void> giveBack(UUID party) {
        return payments.findByOrder(party).map(PaymentView::id).flatMap(payments::wantGivenBack);
    }

    private Mono<Swap> lockedOf(UUID party) {
        return swaps.findByParty(party).map(Swap::id).flatMap(swaps::lock);
    }

    private static boolean isOnlyPayer(Swap swap) {
        return swap.ring().payers().size() == 1;
    }
}
