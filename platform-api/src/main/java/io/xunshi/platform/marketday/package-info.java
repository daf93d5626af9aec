/**
 * Market days (集市日): who organises them, stalls with their waiting list, check-in, what is sold at a stall, and the
 * day's report. Owns the schema marketday. A listed thing that is sold at a stall takes the market's one lock; the
 * money goes from hand to hand and is only written down.
 */
@NullMarked
@ApplicationModule(
        displayName = "Market days",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "identity",
            "audit",
            "catalog",
            "regulation",
            "listing",
            "payment",
            "order",
            "messaging"
        })
package io.xunshi.platform.marketday;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
