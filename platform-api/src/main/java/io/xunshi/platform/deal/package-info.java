/**
 * Deals over scrap lots (成交): what a buyer proposes and a seller accepts, the contract that both sign, and which of it
 * came to nothing. Owns the schema deal. {@code ProposalState} and {@code DealState} are the two processes as data.
 */
@NullMarked
@ApplicationModule(
        displayName = "Deals",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "identity",
            "audit",
            "catalog",
            "organisation",
            "exchange",
            "pricing",
            "messaging"
        })
package io.xunshi.platform.deal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
