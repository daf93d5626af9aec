/**
 * The money of deals over scrap (货款清算): what the buyer owes before loading and after each statement, held in escrow
 * until the final one, then the seller's; and the balances of organisations. Owns the schema clearing. How much is owed
 * is said by the contract and by statements, never here.
 */
@NullMarked
@ApplicationModule(
        displayName = "Clearing",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "audit",
            "identity",
            "organisation",
            "exchange",
            "pricing",
            "deal",
            "fulfilment",
            "payment",
            "messaging"
        })
package io.xunshi.platform.clearing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
