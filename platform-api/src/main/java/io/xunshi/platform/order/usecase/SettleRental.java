package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.order.RentalCause;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.RentalProblem;
import io.xunshi.platform.order.RentalSide;
import io.xunshi.platform.order.RentalState;
import io.xunshi.platform.order.domain.DamageClaim;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.storage.RentalEvidenceRepository;
import io.xunshi.platform.order.storage.RentalRepository;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * How a deposit is shared out once the thing is back: the owner is satisfied or claims damage, the tenant accepts or
 * contests, and what is contested an officer decides. More than the deposit is never at stake here.
 */
@Component
public class SettleRental {
    private final RentalRepository rentals;
    private final RentalEvidenceRepository evidence;
    private final ChangeRental changeRental;
    private final MoveRental moveRental;
    private final Clock clock;

    SettleRental(
            RentalRepository rentals,
            RentalEvidenceRepository evidence,
            ChangeRental changeRental,
            MoveRental moveRental,
            Clock clock) {
        this.rentals = rentals;
        this.evidence = evidence;
        this.changeRental = changeRental;
        this.moveRental = moveRental;
        this.clock = clock;
    }

    /** The owner has looked at it and wants nothing. */
    @Transactional
    public Mono<Rental> approve(AccountId person, RentalId id) {
        return in(RentalState.RETURNED, changeRental.by(RentalSide.OWNER, person, id))
                .flatMap(rental ->
                        moveRental.settle(rental, rental.lateFee(), Money.fen(0), RentalCause.OWNER_SATISFIED));
    }

    /** Raises {@link RentalProblem#CLAIM_TOO_HIGH} for more than the late fees have left of the deposit. */
    @Transactional
    public Mono<Rental> claim(AccountId person, RentalId id, Money amount, String words, List<PhotoId> pictures) {
        var claim = new DamageClaim(amount, words.strip(), pictures, clock.instant(), null, null, null);
        return in(RentalState.RETURNED, changeRental.by(RentalSide.OWNER, person, id))
                .delayUntil(rental -> checkCovered(rental, amount, 1))
                .delayUntil(rental -> changeRental.checkOwnPhotos(person, pictures))
                .flatMap(rental -> moveRental.move(
                        rental, RentalState.DAMAGE_CLAIMED, RentalCause.OWNER_CLAIMED_DAMAGE, claim.words()))
                .delayUntil(rental -> evidence.claim(id, claim));
    }

    @Transactional
    public Mono<Rental> accept(AccountId person, RentalId id) {
        return in(RentalState.DAMAGE_CLAIMED, changeRental.by(RentalSide.TENANT, person, id))
                .flatMap(rental -> settleAsClaimed(rental, RentalCause.TENANT_ACCEPTED));
    }

    @Transactional
    public Mono<Rental> contest(AccountId person, RentalId id, String reason) {
        return in(RentalState.DAMAGE_CLAIMED, changeRental.by(RentalSide.TENANT, person, id))
                .flatMap(rental ->
                        moveRental.move(rental, RentalState.CONTESTED, RentalCause.TENANT_CONTESTED, reason.strip()))
                .delayUntil(rental -> evidence.answer(id, reason.strip()));
    }

    /**
     * An officer decides what the owner gets for the damage: anything from nothing to what was claimed. Raises
     * {@link RentalProblem#CLAIM_TOO_HIGH}, and {@link RentalProblem#NOT_YOURS_TO_DO} for an officer who is on one of
     * the sides.
     */
    @Transactional
    public Mono<Rental> decide(AccountId officer, RentalId id, Money damage, String words) {
        return in(RentalState.CONTESTED, rentals.find(id).switchIfEmpty(Mono.error(RentalProblem.NOT_FOUND::raise)))
                .filter(rental -> !rental.concerns(officer))
                .switchIfEmpty(Mono.error(RentalProblem.NOT_YOURS_TO_DO::raise))
                .delayUntil(rental -> checkClaimed(rental, damage))
                .delayUntil(rental -> evidence.decide(id, officer, words.strip()))
                .flatMap(rental -> moveRental.settle(
                        rental, rental.lateFee(), damage, RentalCause.OFFICER_DECIDED, words.strip()));
    }

    /** What was claimed and not contested is owed. */
    Mono<Rental> settleAsClaimed(Rental rental, RentalCause cause) {
        return evidence.claimOf(rental.id())
                .flatMap(claim -> moveRental.settle(rental, rental.lateFee(), claim.amount(), cause));
    }

    private Mono<Void> checkClaimed(Rental rental, Money damage) {
        return checkCovered(rental, damage, 0)
                .then(evidence.claimOf(rental.id()))
                .filter(claim -> damage.amount() <= claim.amount().amount())
                .switchIfEmpty(Mono.error(RentalProblem.CLAIM_TOO_HIGH::raise))
                .then();
    }

    private static Mono<Void> checkCovered(Rental rental, Money amount, long leastFen) {
        var isCovered = amount.currency().equals(Money.CNY)
                && amount.amount() >= leastFen
                && amount.amount() <= rental.depositBack().amount();
        return isCovered ? Mono.empty() : Mono.error(RentalProblem.CLAIM_TOO_HIGH.raise());
    }

    private static Mono<Rental> in(RentalState state, Mono<Rental> found) {
        return found.filter(rental -> rental.state() == state)
                .switchIfEmpty(Mono.error(RentalProblem.WRONG_STATE::raise));
    }
}
