package io.xunshi.platform.payment;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.kernel.Money;
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

    /** A part of what was paid is on its way back. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "payment", name = "refund-requested")
    record RefundRequested(UUID eventId, Instant at, UUID refundId) implements PaymentEvents {
        @Override
        public UUID aggregateId() {
            return refundId;
        }
    }

    /**
     * That part is back with the payer.
     *
     * @param refundId the reason that was given for it
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "payment", name = "refund-paid")
    record RefundPaid(UUID eventId, Instant at, UUID refundId, UUID orderId, Money amount) implements PaymentEvents {
        @Override
        public UUID aggregateId() {
            return refundId;
        }
    }

    /**
     * A balance is at the bank, or back where it was because the bank did not take it.
     *
     * @param payee a person's account or an organisation
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "payment", name = "payout-ended")
    record PayoutEnded(UUID eventId, Instant at, UUID payoutId, UUID payee, Money amount, boolean paid)
            implements PaymentEvents {
        @Override
        public UUID aggregateId() {
            return payoutId;
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
