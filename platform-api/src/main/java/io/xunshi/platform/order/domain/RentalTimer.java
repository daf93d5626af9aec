package io.xunshi.platform.order.domain;

import io.xunshi.platform.order.RentalCause;
import io.xunshi.platform.order.RentalState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which timer ends the waiting in which state, and where it leads: process version 1. Some run from when the state was
 * entered, others end with a day of the city.
 */
public enum RentalTimer {
    /** Long enough to pay, short enough not to keep a weekend from others for nothing. */
    PAY(RentalState.AWAITING_PAYMENT, after(Duration.ofMinutes(15)), RentalState.EXPIRED, RentalCause.NOT_PAID_IN_TIME),
    /** Taking authorised money needs seconds; after an hour it is let go. */
    COLLECT(
            RentalState.COLLECTING,
            after(Duration.ofHours(1)),
            RentalState.CANCELLING,
            RentalCause.NOT_COLLECTED_IN_TIME),
    /** Whoever of the two did not come: the tenant has nothing, so the tenant gets everything back. */
    FETCH(
            RentalState.PAID,
            (rental, entered) -> RentalDays.endOf(rental.days().first()),
            RentalState.CANCELLING,
            RentalCause.NOT_FETCHED_IN_TIME),
    BRING_BACK(
            RentalState.HANDED_OVER,
            (rental, entered) -> RentalDays.endOf(rental.days().last()),
            RentalState.OVERDUE,
            RentalCause.LAST_DAY_IS_OVER),
    /** The late fees have used up the deposit: it is the owner's. */
    GIVE_UP(
            RentalState.OVERDUE,
            (rental, entered) ->
                    RentalDays.endOf(rental.days().last().plusDays(RentRule.daysUntilLost(rental.terms()))),
            RentalState.SETTLING,
            RentalCause.NEVER_BROUGHT_BACK),
    /** The owner looks at it and says nothing. */
    INSPECT(RentalState.RETURNED, after(Duration.ofHours(48)), RentalState.SETTLING, RentalCause.NOT_CLAIMED_IN_TIME),
    /** The tenant does not contradict the owner. */
    ANSWER(
            RentalState.DAMAGE_CLAIMED,
            after(Duration.ofDays(3)),
            RentalState.SETTLING,
            RentalCause.NOT_CONTESTED_IN_TIME),
    /** Who claims has to prove: without a decision the tenant owes nothing. */
    DECIDE(RentalState.CONTESTED, after(Duration.ofDays(30)), RentalState.SETTLING, RentalCause.NOT_DECIDED_IN_TIME),
    /** The deposit should be back long before; the provider is asked again, and an officer sees it. */
    SETTLE(RentalState.SETTLING, after(Duration.ofDays(1)), RentalState.SETTLING, RentalCause.NOT_RETURNED_IN_TIME),
    /** The same for all of the money. */
    GIVE_BACK(
            RentalState.CANCELLING,
            after(Duration.ofDays(1)),
            RentalState.CANCELLING,
            RentalCause.NOT_RETURNED_IN_TIME);

    private final RentalState during;
    private final End end;
    private final RentalState leadsTo;
    private final RentalCause cause;

    RentalTimer(RentalState during, End end, RentalState leadsTo, RentalCause cause) {
        this.during = during;
        this.end = end;
        this.leadsTo = leadsTo;
        this.cause = cause;
    }

    public RentalState during() {
        return during;
    }

    /** @param entered when the rental came into the state, or was last looked at in it */
    public Instant endFor(Rental rental, Instant entered) {
        return end.of(rental, entered);
    }

    public RentalState leadsTo() {
        return leadsTo;
    }

    /** What the step that it leads to is put down to. */
    public RentalCause cause() {
        return cause;
    }

    /** Empty for a state in which nothing is waited for. */
    public static Optional<RentalTimer> of(RentalState state) {
        return Stream.of(values()).filter(timer -> timer.during == state).findFirst();
    }

    private static End after(Duration duration) {
        return (rental, entered) -> entered.plus(duration);
    }

    private interface End {
        Instant of(Rental rental, Instant entered);
    }
}
