/**
 * Consignment points (寄卖点): their commission schemes and operators, agreements with consignors, the shelf, the counter
 * with its cash drawer, mark-downs, ends of terms, and settlements. Owns the schema consignment. What is on the shelf
 * is also a listing, so one lock covers the counter and the market; every yuan goes through the ledger.
 */
@NullMarked
@ApplicationModule(
        displayName = "Consignment points",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "identity",
            "audit",
            "catalog",
            "media",
            "listing",
            "payment",
            "order"
        })
package io.xunshi.platform.consignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
