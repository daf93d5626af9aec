/**
 * One purchase from reservation to completion. Owns the schema orders. The process is data: {@code OrderState} and
 * {@code OrderTimer} say who may move an order, what its money does and which timer ends its waiting.
 */
@NullMarked
@ApplicationModule(
        displayName = "Orders",
        allowedDependencies = {"kernel", "events", "http", "identity", "catalog", "media", "listing", "payment"})
package io.xunshi.platform.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
