/**
 * Tenders of buyers (询价招标): what a buyer asks many suppliers for, their sealed quotes, the comparison after the close
 * and the awards, each of which is a deal. Owns the schema tender. {@code TenderState} is the process as data. Nobody,
 * the buyer included, is shown a quote before the close.
 */
@NullMarked
@ApplicationModule(
        displayName = "Tenders",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "audit",
            "identity",
            "catalog",
            "organisation",
            "pricing",
            "exchange",
            "deal",
            "messaging"
        })
package io.xunshi.platform.tender;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
