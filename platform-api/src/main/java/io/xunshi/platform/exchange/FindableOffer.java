package io.xunshi.platform.exchange;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot or a demand as whoever searches may see it.
 *
 * @param code what people read aloud, <code>F…</code> or <code>J…</code>
 * @param isFindable whether it is still before everybody
 * @param version grows with every change, of state too
 * @param state a code, as <code>packing</code>, <code>delivery</code>, <code>payment</code> and <code>tax</code> are
 * @param quantity of a lot what is still to be had, of a demand what is looked for; grams or pieces
 * @param quality by attribute
 * @param packing null for a demand
 * @param areaCode of a district, or {@link io.xunshi.platform.organisation.TradeArea#OUTSIDE}
 * @param price for a tonne or a piece; null unless one is named
 * @param from the first day on which a lot can be inspected, or a demand is needed; null where that was not said
 * @param to the last of these days
 * @param lastDay of the offer, in the city's time
 */
public record FindableOffer(
        OfferSide side,
        UUID id,
        String code,
        boolean isFindable,
        long version,
        Party party,
        String state,
        String materialCode,
        Measure measure,
        String title,
        String description,
        long quantity,
        Map<String, SaidQuality> quality,
        @Nullable String packing,
        String areaCode,
        String address,
        String delivery,
        String payment,
        String tax,
        @Nullable Money price,
        PriceBasis priceBasis,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        LocalDate lastDay,
        Instant offeredAt) {

    public FindableOffer {
        quality = Map.copyOf(quality);
    }

    /** Who offers or looks for it, as others see them. */
    public record Party(OrganisationId id, String name, String place) {}
}
