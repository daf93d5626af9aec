/**
 * Market surveillance (市场监测): looks for deals, weighings, prices and bids that do not look like honest trade, and keeps
 * what officers make of each alert until it is closed. Every rule is a pure function of facts in the order in which
 * they happened, so a rule that is run again over the same facts says the same. Owns the schema surveillance, with its
 * own copy of the facts. Decides nothing about anybody: an alert stops no trade.
 */
@NullMarked
@ApplicationModule(
        displayName = "Surveillance",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "identity",
            "organisation",
            "exchange",
            "deal",
            "fulfilment",
            "auction"
        })
package io.xunshi.platform.surveillance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
