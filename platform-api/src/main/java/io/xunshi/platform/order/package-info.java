/**
 * One purchase from reservation to completion, one rental from booking to settlement, and one swap from a proposal to
 * what became of it. Owns the schema orders. Each process is data: {@code OrderState} and {@code OrderTimer},
 * {@code RentalState} and {@code RentalTimer}, {@code SwapState} and {@code SwapTimer} say where it may go, what its
 * money does and which timer ends its waiting.
 */
@NullMarked
@ApplicationModule(
        displayName = "Orders",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "identity",
            "audit",
            "catalog",
            "media",
            "vehicle",
            "listing",
            "payment",
            "shipping"
        })
package io.xunshi.platform.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
