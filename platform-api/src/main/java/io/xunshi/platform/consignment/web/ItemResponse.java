package io.xunshi.platform.consignment.web;

import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.ConsignedItem.Way;
import io.xunshi.platform.consignment.domain.ItemState;
import io.xunshi.platform.consignment.usecase.FindConsignments.ShelfItem;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.media.PhotoResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing on consignment.
 *
 * @param code what its label says, <code>T…</code>
 * @param promised whether an online buyer has it held
 * @param price what it costs now, or was last offered for
 * @param perMille the point's share
 * @param sale null until it is sold
 * @param settled whether its share is paid out
 */
record ItemResponse(
        UUID id,
        String code,
        UUID agreementId,
        UUID listingId,
        String title,
        String categoryCode,
        String conditionCode,
        @Nullable PhotoResponse photo,
        ItemState state,
        boolean promised,
        Money appraised,
        Money minimum,
        Money price,
        int perMille,
        String shelf,
        @Nullable SaleResponse sale,
        boolean settled,
        @Nullable Instant endedAt) {

    static ItemResponse of(ShelfItem shown) {
        var item = shown.item();
        var offer = shown.offer();
        return new ItemResponse(
                item.id(),
                item.code(),
                item.agreementId(),
                item.listingId(),
                item.title(),
                item.categoryCode(),
                item.conditionCode(),
                photoOf(offer),
                item.state(),
                shown.isPromised(),
                item.appraised(),
                item.minimum(),
                shown.price(),
                item.perMille(),
                item.shelf(),
                SaleResponse.of(item),
                item.settlement() != null,
                item.endedAt());
    }

    private static @Nullable PhotoResponse photoOf(@Nullable ListingView offer) {
        return offer == null
                ? null
                : offer.photos().stream().findFirst().map(PhotoResponse::of).orElse(null);
    }

    /** @param share the consignor's */
    record SaleResponse(Way way, Money price, Money commission, Money share) {

        static @Nullable SaleResponse of(ConsignedItem item) {
            var sale = item.sale();
            return sale == null ? null : new SaleResponse(sale.way(), sale.price(), sale.commission(), sale.share());
        }
    }
}
