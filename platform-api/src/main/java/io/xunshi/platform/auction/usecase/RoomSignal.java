package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.domain.Bid;
import io.xunshi.platform.auction.domain.Sale;

/** What a page that watches an auction hears. */
public sealed interface RoomSignal {

    /** @param position up to which bid the page is taken to know all */
    record Ready(Sale sale, long position) implements RoomSignal {}

    /** A bid as everybody may see it; each once, in their order. */
    record Placed(Bid bid) implements RoomSignal {}

    /** How the auction stands, after all bids that were told before. */
    record Changed(Sale sale) implements RoomSignal {}

    /** Nothing but the time. */
    record Tick() implements RoomSignal {}
}
