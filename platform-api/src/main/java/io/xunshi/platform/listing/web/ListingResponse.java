package io.xunshi.platform.listing.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.listing.GiftTerms;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.listing.RentalTerms;
import io.xunshi.platform.listing.ShippingTerms;
import io.xunshi.platform.listing.SwapTerms;
import io.xunshi.platform.listing.usecase.FindListings.WholeListing;
import io.xunshi.platform.media.PhotoResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing with everything that its page shows; the same for every reader.
 *
 * @param price what it costs; for a thing that is only lent, what it is worth; nothing for one that is given away
 * @param location rough
 * @param rental on what terms it can be rented; null where it cannot
 * @param swap what its owner would take for it; null where it is not to be swapped
 * @param gift on what terms it is given away; null where it is not
 * @param shipping on what terms it can be sent to a buyer; null where it is only handed over in person
 * @param stock how many same pieces the seller has, each at the price, promised ones among them; null for a unique
 *     thing
 * @param left how many of them can be had now; null for a unique thing
 * @param report what its owner answered about its condition; null where nothing was answered
 */
record ListingResponse(
        UUID id,
        String code,
        ListingState state,
        String title,
        String description,
        @Nullable String categoryCode,
        Map<String, String> attributes,
        @Nullable String conditionCode,
        @Nullable Money price,
        @Nullable String districtCode,
        @Nullable Place location,
        List<PhotoResponse> photos,
        boolean forSale,
        @Nullable RentalTerms rental,
        @Nullable SwapTerms swap,
        @Nullable GiftTerms gift,
        @Nullable ShippingTerms shipping,
        @Nullable Integer stock,
        @Nullable Integer left,
        @Nullable ConditionReport report,
        Seller seller,
        long version,
        Instant createdAt,
        @Nullable Instant publishedAt,
        Instant updatedAt) {

    static ListingResponse of(WholeListing whole) {
        var listing = whole.listing();
        var offer = listing.offer();
        return new ListingResponse(
                listing.id().value(),
                listing.code(),
                listing.state(),
                offer.title(),
                offer.description(),
                offer.categoryCode(),
                offer.attributes(),
                offer.conditionCode(),
                offer.price(),
                offer.districtCode(),
                offer.place(),
                whole.photos().stream().map(PhotoResponse::of).toList(),
                offer.forSale(),
                offer.rental(),
                offer.swap(),
                offer.gift(),
                offer.shipping(),
                offer.stock(),
                listing.left(),
                offer.report(),
                new Seller(
                        whole.seller().id().value(),
                        whole.seller().displayName(),
                        whole.seller().realNameVerified(),
                        whole.seller().createdAt()),
                listing.version(),
                listing.createdAt(),
                listing.publishedAt(),
                listing.updatedAt());
    }

    record Seller(UUID id, String displayName, boolean realNameVerified, Instant memberSince) {}
}
