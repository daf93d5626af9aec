package io.xunshi.platform.appraisal.web;

import io.xunshi.platform.appraisal.usecase.FindAppraisals.OfListing;
import io.xunshi.platform.listing.AppraisalMark;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a listing's appraisal.
 *
 * @param mark null without a valid certificate
 * @param booking the owner's; null where nothing is booked
 */
record AppraisalResponse(
        @Nullable AppraisalMark mark, @Nullable Booking booking) {
    static AppraisalResponse of(OfListing found) {
        var booking = found.booking();
        return new AppraisalResponse(
                found.mark(),
                booking == null ? null : new Booking(booking.id(), booking.code(), booking.day(), found.place()));
    }

    /**
     * @param code what is read out at the counter
     * @param place name and address of the point
     */
    record Booking(
            UUID id, String code, LocalDate day, @Nullable String place) {}
}
