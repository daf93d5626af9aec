package io.xunshi.platform.order;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News about swaps. */
public sealed interface SwapEvents extends DomainEvent {

    SwapFacts swap();

    @Override
    default UUID aggregateId() {
        return swap().swapId();
    }

    /**
     * A step was taken, whether or not the state changed with it.
     *
     * @param by who took it; null where time or money did
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "swap-moved")
    record SwapMoved(
            UUID eventId,
            Instant at,
            SwapFacts swap,
            SwapState state,
            SwapCause cause,
            @Nullable AccountId by) implements SwapEvents {}

    /**
     * A thing of a settled swap has a new owner; there is one for each thing, and all at once.
     *
     * @param place of who gave it, from 0
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "thing-swapped")
    record ThingSwapped(UUID eventId, Instant at, SwapFacts swap, int place) implements SwapEvents {

        public SwapFacts.Party giver() {
            return swap.parties().get(place);
        }

        public SwapFacts.Party receiver() {
            return swap.receiverOf(place);
        }
    }
}
