/**
 * Performing a signed deal (履约): loads, weigh tickets, samples, assays, acceptance or claim, and the settlement
 * statement that follows from them. Owns the schema fulfilment. {@code FulfilmentState} and {@code ClaimState} are the
 * two processes as data. Computes with {@code pricing.Settlement} and moves no money: whoever pays listens to
 * statements.
 */
@NullMarked
@ApplicationModule(
        displayName = "Fulfilment",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "identity",
            "audit",
            "catalog",
            "media",
            "organisation",
            "exchange",
            "deal",
            "pricing",
            "messaging"
        })
package io.xunshi.platform.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
