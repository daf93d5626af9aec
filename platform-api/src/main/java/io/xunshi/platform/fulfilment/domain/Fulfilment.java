package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The performance of one deal.
 *
 * @param since when the state began; of what is on its way, when the last load left
 * @param deadline when the state ends by itself; null where nothing is waited for
 * @param advanceFen what the buyer paid before anything was billed by a statement
 * @param allDispatched the seller has said that no more loads follow
 */
public record Fulfilment(
        DealId deal,
        OrganisationId seller,
        OrganisationId buyer,
        FulfilmentState state,
        FulfilmentCause cause,
        Instant signedAt,
        Instant since,
        @Nullable Instant deadline,
        boolean allDispatched,
        Umpire umpire,
        long advanceFen) {

    /** Both have signed. */
    public static Fulfilment signed(DealId deal, OrganisationId seller, OrganisationId buyer, Instant at) {
        var state = FulfilmentState.CONTRACTED;
        return new Fulfilment(
                deal,
                seller,
                buyer,
                state,
                FulfilmentCause.SIGNED,
                at,
                at,
                deadline(state, at),
                false,
                Umpire.NOBODY_YET,
                0);
    }

    /** @throws IllegalStateException where the state does not follow */
    public Fulfilment moved(FulfilmentState to, FulfilmentCause why, Instant now) {
        if (to != state && !state.next().contains(to)) {
            throw new IllegalStateException("%s does not go from %s to %s".formatted(deal, state, to));
        }
        return new Fulfilment(
                deal, seller, buyer, to, why, signedAt, now, deadline(to, now), allDispatched, umpire, advanceFen);
    }

    /** @param last no more loads follow */
    public Fulfilment dispatched(boolean last, Instant now) {
        var moved = moved(FulfilmentState.DISPATCHED, FulfilmentCause.LOAD_DISPATCHED, now);
        return new Fulfilment(
                deal, seller, buyer, moved.state, moved.cause, signedAt, now, moved.deadline, last, umpire, advanceFen);
    }

    public Fulfilment with(Umpire chosen) {
        return new Fulfilment(
                deal, seller, buyer, state, cause, signedAt, since, deadline, allDispatched, chosen, advanceFen);
    }

    /** With so much more paid in advance. */
    public Fulfilment paidInAdvance(long fen) {
        return new Fulfilment(
                deal,
                seller,
                buyer,
                state,
                cause,
                signedAt,
                since,
                deadline,
                allDispatched,
                umpire,
                Math.addExact(advanceFen, fen));
    }

    /** The claim's timers are what is waited for. */
    public Fulfilment waitingFor(Claim claim) {
        var until = ClaimTimer.of(claim.state())
                .map(timer -> timer.ringsAt(claim.since()))
                .orElse(deadline);
        return new Fulfilment(
                deal, seller, buyer, state, cause, signedAt, since, until, allDispatched, umpire, advanceFen);
    }

    public OrganisationId organisation(Side side) {
        return side == Side.SELLER ? seller : buyer;
    }

    private static @Nullable Instant deadline(FulfilmentState state, Instant since) {
        return FulfilmentTimer.of(state).map(timer -> timer.ringsAt(since)).orElse(null);
    }
}
