package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing on consignment.
 *
 * @param code what its label says, <code>T…</code>
 * @param listingId the same thing on the market; they share one lock
 * @param appraised what it was first offered for
 * @param minimum no mark-down goes below it
 * @param perMille the point's share, frozen at the intake
 * @param shelf where it stands, in the point's own words
 * @param sale null until it is sold
 * @param settlement the statement that its share was paid by; null until then
 * @param endedAt when it was sold, expired or left; null while it is on sale
 */
public record ConsignedItem(
        UUID id,
        String code,
        UUID agreementId,
        PointId point,
        UUID listingId,
        String title,
        String categoryCode,
        String conditionCode,
        Money appraised,
        Money minimum,
        int perMille,
        String shelf,
        ItemState state,
        @Nullable Sale sale,
        @Nullable UUID settlement,
        @Nullable Instant endedAt) {

    /** How it was sold. */
    public record Sale(Way way, Money price, Money commission) {

        public Money share() {
            return price.minus(commission);
        }
    }

    /** Over the counter, or to a buyer on the market; or it is gone, and the point pays as if it had been sold. */
    public enum Way {
        COUNTER,
        ONLINE,
        COMPENSATED
    }
}
