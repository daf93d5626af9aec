package io.xunshi.platform.listing;

import io.xunshi.platform.vehicle.VehicleView;
import org.jspecify.annotations.Nullable;

/**
 * What others have found, or its owner has said in a form, of a thing that somebody reserves; frozen with the promise.
 *
 * @param wipeCertificate hash of a device's data-wipe certificate, hexadecimal; null without one
 * @param vehicle papers and mileage; null for other goods
 * @param appraisal what a licensed appraiser certified; null without a valid certificate
 */
public record Proofs(
        @Nullable String wipeCertificate,
        @Nullable VehicleView vehicle,
        @Nullable AppraisalMark appraisal) {
    public static final Proofs NONE = new Proofs(null, null, null);

    /** The same with it. */
    public Proofs withVehicle(VehicleView found) {
        return new Proofs(wipeCertificate, found, appraisal);
    }

    /** The same with it. */
    public Proofs withAppraisal(AppraisalMark found) {
        return new Proofs(wipeCertificate, vehicle, found);
    }
}
