package io.xunshi.infra.simulation.carrier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A parcel.
 *
 * @param reference the platform's name of it, by which a repeated booking is known
 * @param waybill the number on its label
 * @param sortingCode tells the carrier's people where it goes
 * @param from the city that it leaves
 * @param to the city that it goes to
 * @param isDamaged whether the carrier's people noted damage
 * @param events what happened, oldest first
 */
record Parcel(
        String reference,
        String waybill,
        String sortingCode,
        String from,
        String to,
        int weightGrams,
        ParcelStatus status,
        boolean isDamaged,
        List<Event> events) {

    Parcel {
        events = List.copyOf(events);
    }

    Parcel movedTo(ParcelStatus next, Instant at, String place) {
        return with(next, isDamaged, new Event(at, next.name(), place));
    }

    Parcel damaged(Instant at, String place) {
        return with(status, true, new Event(at, "DAMAGED", place));
    }

    private Parcel with(ParcelStatus next, boolean damage, Event event) {
        var more = new ArrayList<>(events);
        more.add(event);
        return new Parcel(reference, waybill, sortingCode, from, to, weightGrams, next, damage, more);
    }

    /**
     * One line of the tracking.
     *
     * @param kind a {@link ParcelStatus}, or <code>DAMAGED</code>
     */
    record Event(Instant at, String kind, String place) {}
}
