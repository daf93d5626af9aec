package io.xunshi.platform.tender.domain;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.tender.TenderId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's quote for one line, as it stands after its last change.
 *
 * @param revision counts from 1
 * @param at of the last change
 * @param result null until the tender is awarded
 */
public record Quote(
        UUID id,
        TenderId tender,
        int line,
        OrganisationId supplier,
        QuoteSheet sheet,
        int revision,
        Instant at,
        @Nullable Result result) {

    /**
     * How a quote came out.
     *
     * @param rank of the line's quotes, 1 for the best
     * @param of how many there were
     * @param award null where it got nothing
     */
    public record Result(int rank, int of, @Nullable Award award) {}

    /** @param reason why it was taken though a cheaper one was passed over; null where none was */
    public record Award(
            long quantity, DealId deal, @Nullable String reason) {}
}
