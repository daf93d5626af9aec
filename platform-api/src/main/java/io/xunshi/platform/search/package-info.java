/**
 * Finding things: queries over the search indices, and the feed that keeps them equal to what is on offer. Observes
 * listings, and lots and demands of the exchange; owns no table, and whatever it holds can be built again from theirs.
 * While the engine is down the newest are shown instead.
 */
@NullMarked
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"kernel", "events", "http", "catalog", "media", "listing", "organisation", "exchange"})
package io.xunshi.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
