package io.xunshi.platform.search.domain;

import io.xunshi.platform.exchange.FindableOffer;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.PriceBasis;
import io.xunshi.platform.exchange.SaidQuality;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot or a demand as a result.
 *
 * @param quantity of a lot what is still to be had, of a demand what is looked for; grams or pieces
 * @param price for a tonne or a piece; null unless one is named
 * @param packing null for a demand
 * @param quality what a lot says or a demand asks, by attribute
 * @param days when a lot can be inspected, or a demand is needed; null where that was not said
 * @param titleParts the title, cut where what was searched for begins and ends
 */
public record OfferItem(
        UUID id,
        String code,
        String state,
        String title,
        String materialCode,
        Measure measure,
        long quantity,
        @Nullable Money price,
        PriceBasis priceBasis,
        String tax,
        String delivery,
        String payment,
        @Nullable String packing,
        Map<String, SaidQuality> quality,
        Place place,
        Party party,
        @Nullable Days days,
        LocalDate lastDay,
        Instant offeredAt,
        List<TitlePart> titleParts) {

    public OfferItem {
        quality = Map.copyOf(quality);
        titleParts = List.copyOf(titleParts);
    }

    /** One that was not found by words. */
    public static OfferItem of(FindableOffer offer) {
        return new OfferItem(
                offer.id(),
                offer.code(),
                offer.state(),
                offer.title(),
                offer.materialCode(),
                offer.measure(),
                offer.quantity(),
                offer.price(),
                offer.priceBasis(),
                offer.tax(),
                offer.delivery(),
                offer.payment(),
                offer.packing(),
                offer.quality(),
                new Place(offer.areaCode(), offer.address()),
                new Party(
                        offer.party().id().value(),
                        offer.party().name(),
                        offer.party().place()),
                offer.from() == null || offer.to() == null ? null : new Days(offer.from(), offer.to()),
                offer.lastDay(),
                offer.offeredAt(),
                TitlePart.of(offer.title(), null));
    }

    /** @param areaCode the code of a district, or <code>OUTSIDE</code> */
    public record Place(String areaCode, String address) {}

    /** Who offers or looks for it. */
    public record Party(UUID id, String name, String place) {}

    /** From the first to the last day, in the city's time. */
    public record Days(LocalDate from, LocalDate to) {}
}
