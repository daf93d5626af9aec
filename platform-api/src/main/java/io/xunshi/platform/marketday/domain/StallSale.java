package io.xunshi.platform.marketday.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.StallMoney.Means;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was sold at a stall. It is never deleted; one that was recorded wrongly is cancelled.
 *
 * @param id the phone's: sent again it is the same sale
 * @param code what people read aloud, <code>V…</code>
 * @param soldAt by the phone's clock, as far as that can be true
 * @param cancelledAt null while it stands
 */
public record StallSale(
        UUID id,
        String code,
        UUID stallId,
        Goods goods,
        Money price,
        Means means,
        Instant soldAt,
        @Nullable Instant cancelledAt) {

    /** Whether a phone that sends it again means the same. */
    public boolean isSame(StallSale other) {
        return stallId.equals(other.stallId)
                && goods.isSame(other.goods)
                && price.equals(other.price)
                && means == other.means;
    }

    public StallSale cancelled(Instant at) {
        return new StallSale(id, code, stallId, goods, price, means, soldAt, at);
    }

    /**
     * What was sold.
     *
     * @param listingId null for what was never listed
     * @param title the listing's, or the seller's word for it; may be empty
     * @param snapshotHash SHA-256 of what was offered or said, hexadecimal
     * @param wipeCertificate of a device; null for what holds no data
     */
    public record Goods(
            @Nullable UUID listingId,
            String title,
            String categoryCode,
            String conditionCode,
            String snapshotHash,
            @Nullable String wipeCertificate) {

        /** A listing is known by its id, whatever it says today. */
        boolean isSame(Goods other) {
            return listingId == null || other.listingId == null
                    ? snapshotHash.equals(other.snapshotHash)
                    : listingId.equals(other.listingId);
        }
    }
}
