/**
 * Money: a double-entry ledger, payments and payouts through a provider that speaks Stripe's wire protocol. Owns the
 * schema payment. Only what the provider itself says marks anything paid; only balanced entries move anything.
 */
@NullMarked
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {"kernel", "events", "http", "identity"})
package io.xunshi.platform.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
