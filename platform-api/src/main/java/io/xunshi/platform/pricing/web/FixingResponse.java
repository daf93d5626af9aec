package io.xunshi.platform.pricing.web;

import io.xunshi.platform.pricing.domain.FixingRevision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The price of a day.
 *
 * @param revision above 1 where it was corrected
 * @param reason of the correction; empty for the first
 * @param setId with which others it was entered; the hash of their lines stands in the log
 */
record FixingResponse(LocalDate day, int revision, long fenPerTonne, String reason, UUID setId, Instant enteredAt) {

    static FixingResponse of(FixingRevision revision) {
        return new FixingResponse(
                revision.fixing().day(),
                revision.fixing().revision(),
                revision.fixing().fenPerTonne(),
                revision.reason(),
                revision.setId(),
                revision.enteredAt());
    }
}
