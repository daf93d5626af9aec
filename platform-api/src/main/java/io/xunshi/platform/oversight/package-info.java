/**
 * The regulator's desk: any trade with its history, money and proof, and the city plan with its own arithmetic checked.
 * Observes the other modules; owns no table.
 */
@NullMarked
@ApplicationModule(
        displayName = "Oversight",
        allowedDependencies = {"kernel", "http", "identity", "purpose", "audit", "organisation", "payment", "trace"})
package io.xunshi.platform.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
