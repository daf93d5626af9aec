package io.xunshi.platform.pricing;

import java.util.List;

/**
 * What came.
 *
 * @param tickets of all scales and all loads, in no order that matters; one that is there twice counts once
 * @param pieces where the deal counts pieces; otherwise zero
 */
public record Delivery(List<WeighTicket> tickets, long pieces) {
    public Delivery {
        if (pieces < 0) {
            throw new IllegalArgumentException("No number of pieces: " + pieces);
        }
        tickets = List.copyOf(tickets);
    }
}
