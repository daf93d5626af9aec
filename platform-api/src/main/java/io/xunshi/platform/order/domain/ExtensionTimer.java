package io.xunshi.platform.order.domain;

import io.xunshi.platform.order.ExtensionState;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Which timer ends the waiting for an extension, and where it leads: process version 1. */
public enum ExtensionTimer {
    CONSENT(ExtensionState.ASKED, Duration.ofHours(24), ExtensionState.ENDED),
    PAY(ExtensionState.AWAITING_PAYMENT, Duration.ofHours(1), ExtensionState.ENDED),
    COLLECT(ExtensionState.COLLECTING, Duration.ofHours(1), ExtensionState.GIVING_BACK),
    /** The provider is asked again, and an officer sees it. */
    GIVE_BACK(ExtensionState.GIVING_BACK, Duration.ofDays(1), ExtensionState.GIVING_BACK);

    private final ExtensionState during;
    private final Duration after;
    private final ExtensionState leadsTo;

    ExtensionTimer(ExtensionState during, Duration after, ExtensionState leadsTo) {
        this.during = during;
        this.after = after;
        this.leadsTo = leadsTo;
    }

    public ExtensionState during() {
        return during;
    }

    public Duration after() {
        return after;
    }

    public ExtensionState leadsTo() {
        return leadsTo;
    }

    /** Empty for a state in which nothing is waited for. */
    public static Optional<ExtensionTimer> of(ExtensionState state) {
        return Stream.of(values()).filter(timer -> timer.during == state).findFirst();
    }
}
