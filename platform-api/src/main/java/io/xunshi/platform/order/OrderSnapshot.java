package io.xunshi.platform.order;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.AppraisalMark;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.listing.RentalTerms;
import io.xunshi.platform.vehicle.VehicleView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was promised: the listing as it was when the order was placed. Disputes judge this, whatever the seller writes
 * later.
 *
 * @param price of all pieces
 * @param wipeCertificate hash of the data-wipe certificate of a device, hexadecimal; null for other goods
 * @param rental on what terms it could be rented; null where it could not
 * @param pieces how many of a stock, each at the same price; null for a unique thing
 * @param report what the owner answered about its condition; null where nothing was answered
 * @param vehicle papers and mileage as they were told; null for other goods
 * @param appraisal what a licensed appraiser had certified; null without a certificate that was valid then
 * @param hash SHA-256 of the snapshot's canonical form, hexadecimal
 */
public record OrderSnapshot(
        String listingCode,
        String title,
        String description,
        String categoryCode,
        Map<String, String> attributes,
        String conditionCode,
        String districtCode,
        Money price,
        List<UUID> photoIds,
        @Nullable String wipeCertificate,
        @Nullable RentalTerms rental,
        @Nullable Integer pieces,
        @Nullable ConditionReport report,
        @Nullable VehicleView vehicle,
        @Nullable AppraisalMark appraisal,
        String hash) {

    public OrderSnapshot {
        attributes = Map.copyOf(attributes);
        photoIds = List.copyOf(photoIds);
    }

    /** Whether both tell the same of the thing and its price, whatever papers came since. */
    public boolean saysTheSameAs(OrderSnapshot other) {
        return title.equals(other.title)
                && description.equals(other.description)
                && categoryCode.equals(other.categoryCode)
                && attributes.equals(other.attributes)
                && conditionCode.equals(other.conditionCode)
                && Objects.equals(report, other.report)
                && price.equals(other.price)
                && photoIds.equals(other.photoIds);
    }

    public OrderSnapshot withHash(String computed) {
        return new OrderSnapshot(
                listingCode,
                title,
                description,
                categoryCode,
                attributes,
                conditionCode,
                districtCode,
                price,
                photoIds,
                wipeCertificate,
                rental,
                pieces,
                report,
                vehicle,
                appraisal,
                computed);
    }
}
