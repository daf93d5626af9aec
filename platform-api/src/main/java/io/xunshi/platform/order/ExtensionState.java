package io.xunshi.platform.order;

import java.util.Set;

/** Where the extension of a rental (续租) stands: process version 1. It counts only once it is paid. */
public enum ExtensionState {
    /** The days are held; the owner has to answer. */
    ASKED,
    /** The owner consents; the tenant has to pay. */
    AWAITING_PAYMENT,
    COLLECTING,
    /** The rental ends later, and costs more. */
    COUNTED,
    /** The thing came back, or was due, before the money was here. */
    GIVING_BACK,
    /** Refused, not answered, not paid or paid back: the rental stays as it was. */
    ENDED;

    /** The states that may follow. */
    public Set<ExtensionState> next() {
        return switch (this) {
            // Days that complete a week may cost nothing.
            case ASKED -> Set.of(AWAITING_PAYMENT, COUNTED, ENDED);
            case AWAITING_PAYMENT -> Set.of(COLLECTING, ENDED);
            case COLLECTING -> Set.of(COUNTED, GIVING_BACK);
            case GIVING_BACK -> Set.of(ENDED);
            case COUNTED, ENDED -> Set.of();
        };
    }

    /** Whether somebody or something is waited for, so that a timer must run. */
    public boolean isWaiting() {
        return !next().isEmpty();
    }
}
