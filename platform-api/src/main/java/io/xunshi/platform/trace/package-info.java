/**
 * The transparency log: every sealed step of a trade, in one append-only Merkle log. Owns the schema trace and the keys
 * log/. Observes the other modules and is depended on by none but statistics and oversight.
 */
@NullMarked
@ApplicationModule(
        displayName = "Transparency log",
        allowedDependencies = {
            "kernel",
            "pricing",
            "events",
            "http",
            "objectstore",
            "identity",
            "audit",
            "order",
            "consignment",
            "corner",
            "marketday",
            "organisation",
            "exchange",
            "deal",
            "fulfilment",
            "custody",
            "clearing",
            "tender",
            "auction"
        })
package io.xunshi.platform.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
