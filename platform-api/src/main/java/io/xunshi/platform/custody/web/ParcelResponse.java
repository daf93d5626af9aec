package io.xunshi.platform.custody.web;

import io.xunshi.platform.custody.domain.CustodyModel;
import io.xunshi.platform.custody.domain.Parcel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parcel.
 *
 * @param leftGrams what no batch has taken of it
 * @param documentedGrams of the grams, those that a first receipt stands behind
 * @param model in the words of ISO 22095
 * @param lotId for which it was put together; null for none
 */
record ParcelResponse(
        UUID id,
        String code,
        UUID madeBy,
        UUID siteId,
        String materialCode,
        long grams,
        long leftGrams,
        long documentedGrams,
        CustodyModel model,
        @Nullable UUID lotId,
        Instant madeAt) {

    static ParcelResponse of(Parcel parcel) {
        var lot = parcel.lot();
        return new ParcelResponse(
                parcel.id(),
                parcel.code(),
                parcel.madeBy(),
                parcel.site(),
                parcel.materialCode(),
                parcel.grams(),
                parcel.left(),
                parcel.documented(),
                parcel.model(),
                lot == null ? null : lot.value(),
                parcel.madeAt());
    }
}
