package io.xunshi.platform.fulfilment;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News of how signed deals are performed. Weights are grams, money is fen. */
public sealed interface FulfilmentEvents extends DomainEvent {

    DealId dealId();

    /** What the log says of it besides. */
    Sealed seal();

    @Override
    default UUID aggregateId() {
        return dealId().value();
    }

    /** A vehicle has left with a part of the goods. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "fulfilment", name = "load-dispatched")
    record LoadDispatched(UUID eventId, Instant at, DealId dealId, UUID loadId, Sealed seal)
            implements FulfilmentEvents {}

    /** A scale has weighed a load, or somebody has counted it. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "fulfilment", name = "load-weighed")
    record LoadWeighed(UUID eventId, Instant at, DealId dealId, UUID loadId, long net, Sealed seal)
            implements FulfilmentEvents {}

    /** Both sides stand by what a scale said that belongs to neither. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "fulfilment", name = "third-scale-agreed")
    record ThirdScaleAgreed(UUID eventId, Instant at, DealId dealId, UUID loadId, Sealed seal)
            implements FulfilmentEvents {}

    /** A sample in four sealed parts was taken. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "fulfilment", name = "sample-taken")
    record SampleTaken(UUID eventId, Instant at, DealId dealId, Sealed seal) implements FulfilmentEvents {}

    /** A side, or the umpire, has read its part of the sample. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "fulfilment", name = "assay-reported")
    record AssayReported(UUID eventId, Instant at, DealId dealId, Sealed seal) implements FulfilmentEvents {}

    /**
     * The side that may call prices has called one; it binds.
     *
     * @param number counts from 1 within the deal
     * @param grams of the goods, at the fixing of the day
     * @param leftGrams what can still be called
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "fulfilment", name = "price-called")
    record PriceCalled(
            UUID eventId, Instant at, DealId dealId, int number, LocalDate day, long grams, long leftGrams, Sealed seal)
            implements FulfilmentEvents {}

    /**
     * The goods are the buyer's, by word, by silence, or as a claim ended.
     *
     * @param net grams that came; null where pieces were counted, and in what was announced before it was said
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "fulfilment", name = "accepted")
    record DealAccepted(
            UUID eventId,
            Instant at,
            DealId dealId,
            @Nullable Long net,
            Sealed seal) implements FulfilmentEvents {}

    /** The buyer has said what is wrong with the goods. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "fulfilment", name = "claim-raised")
    record ClaimRaised(UUID eventId, Instant at, DealId dealId, UUID claimId, Sealed seal)
            implements FulfilmentEvents {}

    /**
     * A claim is over. Where the goods are refused nothing is owed for them; otherwise a statement follows.
     *
     * @param refused the buyer need not take the goods
     * @param deductionFen taken off the price of a tonne or a piece; zero for none
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "fulfilment", name = "claim-ended")
    record ClaimEnded(
            UUID eventId,
            Instant at,
            DealId dealId,
            UUID claimId,
            FulfilmentCause cause,
            boolean refused,
            long deductionFen,
            Sealed seal)
            implements FulfilmentEvents {}

    /** Nothing came in time; no statement will follow. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "fulfilment", name = "delivery-failed")
    record DeliveryFailed(UUID eventId, Instant at, DealId dealId, FulfilmentCause cause, Sealed seal)
            implements FulfilmentEvents {}

    /**
     * What the delivery comes to; a later statement replaces an earlier one. See {@link StatementView} for what the
     * amounts are.
     *
     * @param weight that is settled, grams or pieces
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "fulfilment", name = "statement-issued")
    record StatementIssued(
            UUID eventId,
            Instant at,
            DealId dealId,
            UUID statementId,
            boolean isProvisional,
            long totalFen,
            long taxFen,
            long weight,
            long payableFen,
            long paidFen,
            long dueFen,
            long refundFen,
            Sealed seal)
            implements FulfilmentEvents {}

    /**
     * What every step has in the log.
     *
     * @param code of the deal, <code>Y…</code>
     * @param areaCode where the goods lie
     * @param hash SHA-256 of what the step says, hexadecimal
     */
    record Sealed(
            String code,
            OrganisationId seller,
            OrganisationId buyer,
            String materialCode,
            String areaCode,
            String hash) {}
}
