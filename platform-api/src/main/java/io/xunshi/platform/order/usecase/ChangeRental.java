package io.xunshi.platform.order.usecase;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.order.RentalCause;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.RentalPhase;
import io.xunshi.platform.order.RentalProblem;
import io.xunshi.platform.order.RentalSide;
import io.xunshi.platform.order.RentalState;
import io.xunshi.platform.order.domain.ConditionRecord;
import io.xunshi.platform.order.domain.RentRule;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.storage.RentalEvidenceRepository;
import io.xunshi.platform.order.storage.RentalRepository;
import io.xunshi.platform.payment.Payments;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What tenant and owner may do with a rental of theirs. For anybody else it does not exist. */
@Component
public class ChangeRental {
    private final RentalRepository rentals;
    private final RentalEvidenceRepository evidence;
    private final MoveRental moveRental;
    private final Payments payments;
    private final Photos photos;
    private final RentalSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    ChangeRental(
            RentalRepository rentals,
            RentalEvidenceRepository evidence,
            MoveRental moveRental,
            Payments payments,
            Photos photos,
            RentalSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.rentals = rentals;
        this.evidence = evidence;
        this.moveRental = moveRental;
        this.payments = payments;
        this.photos = photos;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks the provider again where the tenant can pay. */
    public Mono<Rental> retryPayment(AccountId person, RentalId id) {
        return by(RentalSide.TENANT, person, id)
                .filter(rental -> rental.state() == RentalState.AWAITING_PAYMENT)
                .switchIfEmpty(Mono.error(RentalProblem.WRONG_STATE::raise))
                .delayUntil(
                        rental -> payments.findByOrder(id.value()).flatMap(payment -> payments.start(payment.id())));
    }

    /** The tenant before paying; either side until the thing is handed over, with all of the money back. */
    public Mono<Rental> cancel(AccountId person, RentalId id, String reason) {
        return own(person, id)
                .delayUntil(rental ->
                        onlyIf(rental.tenant().equals(person) || rental.state() != RentalState.AWAITING_PAYMENT))
                .flatMap(rental ->
                        moveRental.move(rental, afterCancellation(rental), cancelledBy(person, rental), reason))
                .as(transaction::transactional);
    }

    /**
     * Writes down what the thing is like. Raises {@link RentalProblem#WRONG_STATE} where that is not the moment for it,
     * and {@link RentalProblem#TOO_MANY_RECORDS}.
     */
    public Mono<Rental> recordCondition(
            AccountId person, RentalId id, RentalPhase phase, List<PhotoId> pictures, String note) {
        return own(person, id)
                .filter(rental -> isTimeFor(phase, rental.state()))
                .switchIfEmpty(Mono.error(RentalProblem.WRONG_STATE::raise))
                .delayUntil(rental -> checkOwnPhotos(person, pictures))
                .delayUntil(rental -> add(rental, person, phase, pictures, note))
                .as(transaction::transactional);
    }

    /** The owner types the code that the tenant shows; what the thing is like must be written down before. */
    public Mono<Rental> handOver(AccountId person, RentalId id, String pickupCode) {
        return by(RentalSide.OWNER, person, id)
                .filter(rental -> rental.state() == RentalState.PAID)
                .switchIfEmpty(Mono.error(RentalProblem.WRONG_STATE::raise))
                .delayUntil(this::checkConditionKnown)
                .delayUntil(rental -> checkCode(rental, rental.pickupCode(), pickupCode))
                .flatMap(rental -> moveRental
                        .move(rental, RentalState.HANDED_OVER, RentalCause.PICKUP_CODE_GIVEN)
                        .as(transaction::transactional));
    }

    /** The tenant types the code that the owner shows, which proves that it is back. */
    public Mono<Rental> giveBack(AccountId person, RentalId id, String returnCode) {
        return by(RentalSide.TENANT, person, id)
                .delayUntil(ChangeRental::checkAway)
                .delayUntil(rental -> checkCode(rental, rental.returnCode(), returnCode))
                .flatMap(rental -> returned(rental, RentalCause.RETURN_CODE_GIVEN));
    }

    /** The owner says that it is back: no proof is needed of what one says against oneself. */
    public Mono<Rental> takeBack(AccountId person, RentalId id) {
        return by(RentalSide.OWNER, person, id)
                .delayUntil(ChangeRental::checkAway)
                .flatMap(rental -> returned(rental, RentalCause.OWNER_HAS_IT_BACK));
    }

    /** Raises the field's fault for photos that are not the person's or not ready. */
    Mono<Void> checkOwnPhotos(AccountId person, List<PhotoId> pictures) {
        return photos.findOwn(pictures, person)
                .count()
                .filter(ready -> ready == pictures.size())
                .switchIfEmpty(Mono.error(
                        () -> FieldFault.refuse(List.of(new FieldFault("photoIds", "rental.field.photo-not-ready")))))
                .then(photos.keep(pictures, person));
    }

    /** The rental, for its side; raises {@link RentalProblem#NOT_YOURS_TO_DO} for the other. */
    Mono<Rental> by(RentalSide side, AccountId person, RentalId id) {
        return own(person, id).delayUntil(rental -> onlyIf(rental.sideOf(person) == side));
    }

    private Mono<Rental> own(AccountId person, RentalId id) {
        return MoveRental.visibleTo(person, rentals.find(id));
    }

    private Mono<Rental> returned(Rental rental, RentalCause cause) {
        var lateFee = RentRule.lateFeeOf(rental.terms(), rental.days().daysLateAt(clock.instant()));
        return rentals.charge(rental.id(), lateFee, rental.damage())
                .then(Mono.defer(() -> moveRental.move(rental, RentalState.RETURNED, cause)))
                .as(transaction::transactional);
    }

    private Mono<Void> add(Rental rental, AccountId person, RentalPhase phase, List<PhotoId> pictures, String note) {
        var record =
                new ConditionRecord(ids.next(), phase, rental.sideOf(person), pictures, note.strip(), clock.instant());
        return evidence.add(rental.id(), record, settings.recordsMax())
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> RentalProblem.TOO_MANY_RECORDS.raise(settings.recordsMax())))
                .then();
    }

    private Mono<Void> checkConditionKnown(Rental rental) {
        return evidence.conditionOf(rental.id())
                .filter(record -> record.side() == RentalSide.OWNER && record.phase() == RentalPhase.HANDOVER)
                .hasElements()
                .filter(known -> known)
                .switchIfEmpty(Mono.error(RentalProblem.CONDITION_MISSING::raise))
                .then();
    }

    /** Wrong tries are counted outside the transaction of the step: a refusal must not undo the counting. */
    private Mono<Void> checkCode(Rental rental, String expected, String typed) {
        var now = clock.instant();
        var lockedUntil = rental.codeLockedUntil();
        if (lockedUntil != null && lockedUntil.isAfter(now)) {
            var seconds = Math.max(1, Duration.between(now, lockedUntil).toSeconds());
            return Mono.error(RentalProblem.CODE_LOCKED.raise(seconds).with("retryAfterSeconds", seconds));
        }
        return isEqual(expected, typed)
                ? Mono.empty()
                : rentals.countWrongCode(rental.id(), settings.codeTriesMax(), now.plus(settings.codePause()))
                        .then(Mono.error(RentalProblem.CODE_WRONG::raise));
    }

    private static Mono<Void> checkAway(Rental rental) {
        return rental.state() == RentalState.HANDED_OVER || rental.state() == RentalState.OVERDUE
                ? Mono.empty()
                : Mono.error(RentalProblem.WRONG_STATE.raise());
    }

    private static boolean isTimeFor(RentalPhase phase, RentalState state) {
        return switch (phase) {
            case HANDOVER -> state == RentalState.PAID || state == RentalState.HANDED_OVER;
            case RETURN ->
                state == RentalState.HANDED_OVER || state == RentalState.OVERDUE || state == RentalState.RETURNED;
        };
    }

    private static RentalState afterCancellation(Rental rental) {
        return rental.state() == RentalState.AWAITING_PAYMENT ? RentalState.CANCELLED : RentalState.CANCELLING;
    }

    private static RentalCause cancelledBy(AccountId person, Rental rental) {
        return rental.tenant().equals(person) ? RentalCause.TENANT_CANCELLED : RentalCause.OWNER_CANCELLED;
    }

    private static Mono<Void> onlyIf(boolean allowed) {
        return allowed ? Mono.empty() : Mono.error(RentalProblem.NOT_YOURS_TO_DO.raise());
    }

    private static boolean isEqual(String expected, String typed) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
