package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cash drawer's day (班次): from one count to the next.
 *
 * @param opening what was counted in the drawer at the beginning
 * @param expected what should be in it now, or should have been at its end
 * @param closing null while it is open
 */
public record Shift(
        UUID id,
        PointId point,
        AccountId openedBy,
        Instant openedAt,
        Money opening,
        Money expected,
        @Nullable Closing closing) {

    /**
     * The count at the end.
     *
     * @param note explains a difference; empty where there is none
     */
    public record Closing(AccountId by, Instant at, Money counted, String note) {}

    /** What the last count found too much; negative where it found something missing. Zero while the shift is open. */
    public Money difference() {
        return closing == null ? Money.fen(0) : closing.counted().minus(expected);
    }
}
