package io.xunshi.platform.fulfilment;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What can be said of performances that are over, by figures alone. */
public interface PerformedDeals {

    /** Those over which an organisation signed since then, on either side, in no particular order. */
    Flux<PerformedDeal> of(OrganisationId organisation, Instant since);

    /** Empty for a deal that is not signed, or still performed. */
    Mono<PerformedDeal> find(DealId id);

    /**
     * A performance that is over.
     *
     * @param sentGrams by the seller's tickets; null where the seller did not weigh, or pieces were counted
     * @param settledGrams the weight of the final statement; null where there is none, or pieces were counted
     * @param gradeFellShort the final statement took something off for what was read
     * @param claim null where the buyer claimed nothing
     */
    record PerformedDeal(
            DealId deal,
            OrganisationId seller,
            OrganisationId buyer,
            FulfilmentState state,
            @Nullable Long sentGrams,
            @Nullable Long settledGrams,
            boolean gradeFellShort,
            @Nullable EndedClaim claim) {}

    /** @param upheld the buyer got something off, or need not take the goods */
    record EndedClaim(UUID id, Instant endedAt, boolean upheld) {}
}
