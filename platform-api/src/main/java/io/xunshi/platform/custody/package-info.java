/**
 * Chain of custody (监管链): sites, parcels of material that lie there, and the batches (批次) by which parcels are made of
 * others: received, delivered, split, merged, processed, counted. Owns the schema custody. What a batch changes of a
 * material's quantity it enters into the stock account of the exchange, which refuses what is sold or offered already.
 */
@NullMarked
@ApplicationModule(
        displayName = "Chain of custody",
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
            "deal",
            "fulfilment"
        })
package io.xunshi.platform.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
