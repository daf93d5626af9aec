package io.xunshi.platform.pricing.web;

import io.xunshi.platform.pricing.domain.FixingRevision;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The price of a day.
 *
 * @param revision above 1 where it was corrected
 * @param reason of the correction; empty for the first
 */
record FixingResponse(LocalDate day, int revision, long fenPerTonne, String reason, Instant enteredAt) {

    static FixingResponse of(FixingRevision revision) {
        return new FixingResponse(
                revision.fixing().day(),
                revision.fixing().revision(),
                revision.fixing().fenPerTonne(),
                revision.reason(),
                revision.enteredAt());
    }
}
