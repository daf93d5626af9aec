package io.xunshi.platform.organisation;

import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Whether an organisation may write invoices to itself for natural persons who sell scrap to it (反向开票资格, <code>
 * rev_invoice_eligible</code>), from its licences and nothing else: 税务总局公告2024年第5号 art. 2.
 */
public interface ReverseInvoicing {

    /**
     * For one material: hazardous waste wants the permit for it, end-of-life vehicles their qualification, all else the
     * filing with the commerce office. Raises {@link OrganisationProblem#NOT_FOUND} and, for no such material,
     * {@link io.xunshi.platform.catalog.CatalogProblem#NO_SUCH_MATERIAL}.
     *
     * @param at the moment that counts; a filing that is due and not made yet does not help, other than at the trading
     *     gate
     */
    Mono<GateVerdict> judge(OrganisationId organisation, String materialCode, Instant at);
}
