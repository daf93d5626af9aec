package io.xunshi.platform.tender.domain;

import io.xunshi.platform.tender.TenderState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Which timer ends the waiting in which state, and where it leads: process version 1. */
public enum TenderTimer {
    /** Nobody else sees a draft; it is forgotten all the same. */
    FORGET(TenderState.DRAFT, TenderState.CANCELLED),
    CLOSE(TenderState.PUBLISHED, TenderState.CLOSED),
    /** Suppliers' prices do not wait for ever. */
    LAPSE(TenderState.CLOSED, TenderState.LAPSED);

    /** How long a draft is kept. */
    public static final Duration DRAFT_KEPT = Duration.ofDays(30);

    private final TenderState during;
    private final TenderState leadsTo;

    TenderTimer(TenderState during, TenderState leadsTo) {
        this.during = during;
        this.leadsTo = leadsTo;
    }

    public TenderState during() {
        return during;
    }

    public TenderState leadsTo() {
        return leadsTo;
    }

    public Instant ringsAt(Tender tender) {
        return switch (this) {
            case FORGET -> tender.draftedAt().plus(DRAFT_KEPT);
            case CLOSE -> tender.terms().closesAt();
            case LAPSE -> tender.terms().awardBy();
        };
    }

    /** Empty for a state in which nobody is waited for. */
    public static Optional<TenderTimer> of(TenderState state) {
        return Stream.of(values()).filter(timer -> timer.during == state).findFirst();
    }
}
