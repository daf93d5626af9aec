/**
 * Figures about the market, folded from the transparency log, so anybody can recompute them: daily ones of second-hand
 * sales, weekly ones of scrap prices. Owns the schema statistics, in which the prices of deals wait until their week is
 * over, and what was published of them.
 */
@NullMarked
@ApplicationModule(
        displayName = "Statistics",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "identity",
            "catalog",
            "organisation",
            "exchange",
            "pricing",
            "deal",
            "fulfilment",
            "trace"
        })
package io.xunshi.platform.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
