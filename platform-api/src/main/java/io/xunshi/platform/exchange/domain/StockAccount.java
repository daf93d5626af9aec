package io.xunshi.platform.exchange.domain;

import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.organisation.OrganisationId;

/**
 * What an organisation has of one material (库存). Everything in the small unit of its measure.
 *
 * @param onHand the sum of all movements, never negative
 * @param offered what its lots promise of it, at most as much
 */
public record StockAccount(
        OrganisationId organisation, String materialCode, Measure measure, long onHand, long offered) {

    /** What may still be offered. */
    public long free() {
        return onHand - offered;
    }
}
