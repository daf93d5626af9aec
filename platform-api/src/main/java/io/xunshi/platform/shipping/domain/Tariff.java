package io.xunshi.platform.shipping.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.shipping.ShippingQuote;
import io.xunshi.platform.shipping.ShippingTariffs;
import java.time.LocalDate;
import java.util.Map;

/**
 * One version of the prices, in fen.
 *
 * @param from the first day on which it holds, in the city
 * @param coverageFen what the carrier pays at most for a parcel that it loses or damages
 */
public record Tariff(String id, LocalDate from, long coverageFen, Map<String, Zone> zones) {
    private static final int KILOGRAM = 1_000;

    public Tariff {
        zones = Map.copyOf(zones);
    }

    /** @throws IllegalArgumentException for a weight that is not carried, or a zone without a price */
    public ShippingQuote quote(String zone, int grams) {
        var prices = zones.get(zone);
        if (prices == null || grams < 1 || grams > ShippingTariffs.WEIGHT_GRAMS_MAX) {
            throw new IllegalArgumentException("No price for %d g to %s".formatted(grams, zone));
        }
        long further = Math.ceilDiv(Math.max(0, grams - KILOGRAM), KILOGRAM);
        return new ShippingQuote(
                Money.fen(prices.firstFen() + further * prices.furtherFen()),
                id,
                Money.fen(coverageFen),
                prices.daysMin(),
                prices.daysMax());
    }

    /**
     * @param firstFen the first kilogram (首重)
     * @param furtherFen every further kilogram that is begun (续重)
     */
    public record Zone(long firstFen, long furtherFen, int daysMin, int daysMax) {}
}
