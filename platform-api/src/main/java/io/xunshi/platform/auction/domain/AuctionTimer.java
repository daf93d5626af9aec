package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.AuctionFormat;
import io.xunshi.platform.auction.AuctionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Which timer ends the waiting in which state, and where it leads: process version 2. */
public enum AuctionTimer {
    /** Nobody sees a draft and it holds no goods; it is forgotten all the same. */
    PUBLISH(
            AuctionState.DRAFT,
            new After(Duration.ofDays(30)),
            AuctionState.CANCELLED,
            AuctionCause.NOT_PUBLISHED_IN_TIME),
    INSPECT(AuctionState.PUBLISHED, Published.INSPECTION_FROM, AuctionState.INSPECTION, AuctionCause.INSPECTION_BEGAN),
    OPEN(AuctionState.INSPECTION, Published.OPENS_AT, AuctionState.OPEN, AuctionCause.OPENED),
    CLOSE(AuctionState.OPEN, Published.ENDS_AT, AuctionState.CLOSED_PENDING_RESERVE, AuctionCause.TIME_OVER),
    /** The end is the one that the last late bid has set. */
    CLOSE_EXTENDED(
            AuctionState.EXTENDED, Published.ENDS_AT, AuctionState.CLOSED_PENDING_RESERVE, AuctionCause.TIME_OVER),
    /** 开始揭标 */
    REVEAL(AuctionState.OPEN, Published.ENDS_AT, AuctionState.REVEALING, AuctionCause.TIME_OVER),
    /** Where the best are equal it leads into the final round instead. */
    CLOSE_REVEALED(
            AuctionState.REVEALING, Published.DECIDED_AT, AuctionState.CLOSED_PENDING_RESERVE, AuctionCause.TIME_OVER),
    REVEAL_FINAL(AuctionState.FINAL_ROUND, Published.ENDS_AT, AuctionState.FINAL_REVEALING, AuctionCause.TIME_OVER),
    CLOSE_FINAL(
            AuctionState.FINAL_REVEALING,
            Published.DECIDED_AT,
            AuctionState.CLOSED_PENDING_RESERVE,
            AuctionCause.TIME_OVER),
    /** Who bid below the reserve is bound for a day, no longer. */
    TAKE_LESS(
            AuctionState.CLOSED_PENDING_RESERVE,
            new After(Duration.ofHours(24)),
            AuctionState.FAILED,
            AuctionCause.RESERVE_NOT_MET);

    private final AuctionState during;
    private final Moment moment;
    private final AuctionState leadsTo;
    private final AuctionCause cause;

    AuctionTimer(AuctionState during, Moment moment, AuctionState leadsTo, AuctionCause cause) {
        this.during = during;
        this.moment = moment;
        this.leadsTo = leadsTo;
        this.cause = cause;
    }

    public AuctionState during() {
        return during;
    }

    public AuctionState leadsTo() {
        return leadsTo;
    }

    /** What the step that it leads to is put down to. */
    public AuctionCause cause() {
        return cause;
    }

    /**
     * When it rings.
     *
     * @param hours as published
     * @param bidding whose end late bids may have moved
     * @param since when the state began
     */
    public Instant ringsAt(AuctionHours hours, Bidding bidding, Instant since) {
        return switch (moment) {
            case After after -> since.plus(after.duration());
            case Published.INSPECTION_FROM -> hours.inspectionFrom();
            case Published.OPENS_AT -> hours.opensAt();
            case Published.ENDS_AT -> bidding.endsAt();
            case Published.DECIDED_AT -> bidding.decidedAt();
        };
    }

    /** Empty for a state in which no clock is waited for. */
    public static Optional<AuctionTimer> of(AuctionState state, AuctionFormat format) {
        var other = format == AuctionFormat.SEALED ? CLOSE : REVEAL;
        return Stream.of(values())
                .filter(timer -> timer.during == state && timer != other)
                .findFirst();
    }

    private sealed interface Moment {}

    private record After(Duration duration) implements Moment {}

    private enum Published implements Moment {
        INSPECTION_FROM,
        OPENS_AT,
        ENDS_AT,
        DECIDED_AT
    }
}
