/**
 * What recyclers have to sell and what works look for: stock accounts (库存), scrap lots (货源) and demands (求购). Owns the
 * schema exchange. A lot draws on what its seller has acquired; how a price is made for it is the business of others,
 * who hold it meanwhile.
 */
@NullMarked
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"kernel", "events", "http", "identity", "catalog", "media", "organisation", "pricing"})
package io.xunshi.platform.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
