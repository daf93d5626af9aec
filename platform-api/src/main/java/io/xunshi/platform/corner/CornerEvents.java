package io.xunshi.platform.corner;

import io.xunshi.platform.events.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** News of book corners. None names a reader, a card or a class. */
public sealed interface CornerEvents extends DomainEvent {

    /** A book left a corner for good, for credits, and nobody can take it back any more. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "corner", name = "book-swapped")
    record BookSwapped(UUID eventId, Instant at, UUID movementId, SwapFacts swap) implements CornerEvents {

        @Override
        public UUID aggregateId() {
            return movementId;
        }
    }

    /**
     * A swap as it is sealed.
     *
     * @param code what people read aloud, <code>E…</code>; on no card and no list
     * @param cornerCode the corner's public code
     * @param bookHash SHA-256 of ISBN and condition, hexadecimal
     */
    record SwapFacts(
            String code,
            CornerId corner,
            String cornerCode,
            String districtCode,
            String conditionCode,
            String bookHash) {}
}
