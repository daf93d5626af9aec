package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Cash into or out of a drawer.
 *
 * @param amount positive into the drawer
 * @param text what it was for: a sale's or statement's code, or the operator's words
 */
public record DrawerMovement(UUID id, Kind kind, Money amount, String text, Instant at) {

    /** Why. */
    public enum Kind {
        SALE,
        PAYOUT,
        /** The point's own money, for change. */
        PUT_IN,
        /** To the bank, or into the point's safe. */
        TAKE_OUT,
        /** Cash for something that was not there to be sold any more; somebody has to explain it. */
        UNMATCHED
    }
}
