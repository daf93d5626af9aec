package io.xunshi.platform.order;

import java.util.Set;

/**
 * Where the giving away of a thing (赠送) stands: process version 1. A state that waits names the timer that ends its
 * waiting.
 */
public enum GiftState {
    /** Anybody may ask; the first who does starts the clock. */
    OPEN,
    /** Nobody may ask any more; the giver has to choose. */
    CHOOSING,
    /** 已承诺: the thing is held for one of those who asked, who has to come. */
    PROMISED,
    /** The thing is the receiver's. */
    GIVEN,
    /** Nobody got it in this round. */
    ENDED;

    /** The states that may follow. */
    public Set<GiftState> next() {
        return switch (this) {
            case OPEN -> Set.of(CHOOSING, PROMISED, ENDED);
            case CHOOSING -> Set.of(PROMISED, ENDED);
            // To the next in line, or back to the giver where the line that the giver named is used up.
            case PROMISED -> Set.of(PROMISED, CHOOSING, GIVEN, ENDED);
            case GIVEN, ENDED -> Set.of();
        };
    }

    public boolean isOver() {
        return this == GIVEN || this == ENDED;
    }
}
