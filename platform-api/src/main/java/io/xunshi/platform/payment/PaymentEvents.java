package io.xunshi.platform.payment;

import io.xunshi.platform.events.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** News about money. */
public sealed interface PaymentEvents extends DomainEvent {

    /** Somebody here wants the payment to move on; the provider has to be asked. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "payment", name = "action-wanted")
    record PaymentActionWanted(UUID eventId, Instant at, UUID paymentId) implements PaymentEvents {
        @Override
        public UUID aggregateId() {
            return paymentId;
        }
    }

    /** The provider says that something happened to an object of its own; what, it has to be asked. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "payment", name = "provider-news-received")
    record ProviderNewsReceived(UUID eventId, Instant at, UUID newsId, String objectId) implements PaymentEvents {
        @Override
        public UUID aggregateId() {
            return newsId;
        }
    }

    /** The provider holds the payer's money ready. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "payment", name = "authorized")
    record PaymentAuthorized(UUID eventId, Instant at, UUID paymentId, UUID orderId) implements PaymentEvents {
        @Override
        public UUID aggregateId() {
            return paymentId;
        }
    }

    /** The money is in escrow. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "payment", name = "captured")
    record PaymentCaptured(UUID eventId, Instant at, UUID paymentId, UUID orderId) implements PaymentEvents {
        @Override
        public UUID aggregateId() {
            return paymentId;
        }
    }

    /** The authorisation was let go; nobody paid anything. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "payment", name = "voided")
    record PaymentVoided(UUID eventId, Instant at, UUID paymentId, UUID orderId) implements PaymentEvents {
        @Override
        public UUID aggregateId() {
            return paymentId;
        }
    }

    /** The money is back with the payer. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "payment", name = "refunded")
    record PaymentRefunded(UUID eventId, Instant at, UUID paymentId, UUID orderId) implements PaymentEvents {
        @Override
        public UUID aggregateId() {
            return paymentId;
        }
    }

    /**
     * A part of the money is back with the payer, and the rest stays taken.
     *
     * @param givenBackFen all that is back, this and what was before
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "payment", name = "part-refunded")
    record PaymentPartRefunded(UUID eventId, Instant at, UUID paymentId, UUID orderId, long givenBackFen)
            implements PaymentEvents {
        @Override
        public UUID aggregateId() {
            return paymentId;
        }
    }

    /** A seller's balance is on its way out. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "payment", name = "payout-requested")
    record PayoutRequested(UUID eventId, Instant at, UUID payoutId) implements PaymentEvents {
        @Override
        public UUID aggregateId() {
            return payoutId;
        }
    }
}
