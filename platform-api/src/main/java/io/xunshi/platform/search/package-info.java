/**
 * Finding things: queries over the search index, and the feed that keeps the index equal to what is on offer. Observes
 * listings; owns no table, and whatever it holds can be built again from theirs. While the engine is down the newest
 * listings are shown instead.
 */
@NullMarked
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"kernel", "events", "http", "catalog", "media", "listing"})
package io.xunshi.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
