package io.xunshi.platform.fulfilment;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the performance of a deal is.
 *
 * @param since when the state began
 * @param deadline when the state ends by itself; null where nothing is waited for
 */
public record FulfilmentView(
        DealId dealId,
        OrganisationId seller,
        OrganisationId buyer,
        FulfilmentState state,
        Instant since,
        @Nullable Instant deadline) {}
