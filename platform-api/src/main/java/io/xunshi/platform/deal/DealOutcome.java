package io.xunshi.platform.deal;

import io.xunshi.platform.organisation.OrganisationId;

/**
 * What became of a deal's contract.
 *
 * @param sellerSigned whether the seller signed in time; of a deal that lapsed, who did not let it lapse
 */
public record DealOutcome(
        DealId deal,
        OrganisationId seller,
        OrganisationId buyer,
        DealState state,
        boolean sellerSigned,
        boolean buyerSigned) {}
