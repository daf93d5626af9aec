package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.pricing.Side;
import io.xunshi.platform.pricing.WeighTicket;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A weigh ticket as it was handed in.
 *
 * @param overrideReason why a tare unlike the earlier ones is right; null where it is like them
 * @param documents pictures of the ticket and of the vehicle on the scale
 * @param source how it came in
 * @param correction why it replaces an earlier one; null where it is the first
 * @param broughtBy who handed in what a third scale said; null for a side's own
 * @param agreedAt since when the other side stands by it as well; null where it does not, or need not
 * @param supersededAt since when a correction counts in its place; null while it counts
 */
public record ScaleTicket(
        UUID id,
        UUID load,
        WeighTicket ticket,
        @Nullable String overrideReason,
        List<UUID> documents,
        Source source,
        @Nullable String correction,
        Instant takenAt,
        @Nullable Side broughtBy,
        @Nullable Instant agreedAt,
        @Nullable Instant supersededAt) {

    public ScaleTicket {
        documents = List.copyOf(documents);
    }

    /** Whether no correction has taken its place. */
    public boolean stands() {
        return supersededAt == null;
    }

    /** Whether it decides anything: a scale that belongs to neither side does once both stand by it. */
    public boolean counts() {
        return stands() && (ticket.scale() != Scale.THIRD || agreedAt != null);
    }

    /** Whether it waits for that side to stand by it. */
    public boolean waitsFor(Side side) {
        return stands() && !counts() && broughtBy != side;
    }

    /** By which it is known again, however often it is sent: SHA-256 of what the scale said. */
    public String contentHash() {
        return contentHash(load, ticket);
    }

    public static String contentHash(UUID load, WeighTicket ticket) {
        return Sha256.of(String.join(
                "|",
                load.toString(),
                ticket.scale().name(),
                ticket.deviceId(),
                ticket.plate(),
                String.valueOf(ticket.grossGrams()),
                ticket.grossAt().toString(),
                String.valueOf(ticket.tareGrams()),
                ticket.tareAt().toString()));
    }

    /** How it came in. */
    public enum Source {
        /** Typed by a weigher. */
        HAND,
        /** A row of a file. */
        FILE,
        /** Sent by a weighbridge. */
        DEVICE
    }
}
