package io.xunshi.platform.payment;

import java.util.Set;

/** What is known of a payment; knowledge only grows, along {@link #next()}. */
public enum PaymentState {
    /** Recorded here, perhaps not yet at the provider. */
    REQUESTED,
    /** The provider holds the payer's money ready; it can still be let go for nothing. */
    AUTHORIZED,
    /** The money is with the provider, in escrow. */
    CAPTURED,
    /** Let go before it was taken. */
    VOIDED,
    /** Taken and given back. */
    REFUNDED;

    /** The states that may follow. */
    public Set<PaymentState> next() {
        return switch (this) {
            case REQUESTED -> Set.of(AUTHORIZED, VOIDED);
            case AUTHORIZED -> Set.of(CAPTURED, VOIDED);
            case CAPTURED -> Set.of(REFUNDED);
            case VOIDED, REFUNDED -> Set.of();
        };
    }
}
