package io.xunshi.platform.listing.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.listing.GiftTerms;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.listing.RentalTerms;
import io.xunshi.platform.listing.ShippingTerms;
import io.xunshi.platform.listing.SwapTerms;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.media.PhotoId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says; a draft may leave anything out.
 *
 * @param price in fen; for a thing that is only lent, what it is worth; of one that is given away it is not looked at
 * @param forSale whether it can be bought; it can where this is left out, unless it is given away
 * @param rental on what terms it can be rented; it cannot where this is left out
 * @param swap what its owner would take for it; it is not to be swapped where this is left out
 * @param gift on what terms it is given away; it is not where this is left out
 * @param shipping on what terms it can be sent; it is only handed over in person where this is left out
 * @param stock of how many same pieces there are, 1 to 999, each at the price, those promised to buyers among them; it
 *     is a unique thing where this is left out
 * @param report what is answered about its condition, in the words of the newest edition of the category's checklist
 */
record OfferRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable String categoryCode,
        @Nullable Map<String, String> attributes,
        @Nullable String conditionCode,
        @Nullable Money price,
        @Nullable String districtCode,
        @Nullable Place location,
        @Nullable List<UUID> photoIds,
        @Nullable Boolean forSale,
        @Nullable RentalTerms rental,
        @Nullable SwapTerms swap,
        @Nullable GiftTerms gift,
        @Nullable ShippingTerms shipping,
        @Nullable Integer stock,
        @Nullable ConditionReport report) {

    Offer offer() {
        return new Offer(
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(description, ""),
                categoryCode,
                Objects.requireNonNullElse(attributes, Map.of()),
                conditionCode,
                price,
                districtCode,
                location,
                Objects.requireNonNullElse(photoIds, List.<UUID>of()).stream()
                        .map(PhotoId::new)
                        .toList(),
                Objects.requireNonNullElse(forSale, true),
                rental,
                swap,
                gift,
                shipping,
                stock,
                report);
    }
}
