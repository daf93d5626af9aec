/**
 * Figures about the market, folded from the transparency log and from nothing else, so anybody can recompute them. Owns
 * no table: what it knows is a function of the log.
 */
@NullMarked
@ApplicationModule(
        displayName = "Statistics",
        allowedDependencies = {"kernel", "http", "trace"})
package io.xunshi.platform.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
