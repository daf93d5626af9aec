package io.xunshi.platform.listing;

import java.util.List;

/**
 * What came of wanting several things at once: all of them, or nothing.
 *
 * @param held all of them, in the order in which they are always locked; empty where one is gone
 * @param gone those that cannot be had; empty where all are held
 */
public record Reservation(List<ListingView> held, List<ListingId> gone) {
    public Reservation {
        held = List.copyOf(held);
        gone = List.copyOf(gone);
    }
}
