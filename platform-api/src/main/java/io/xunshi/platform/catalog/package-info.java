/**
 * What goods there are and how they are described: the category tree with typed attributes, condition grades (成色),
 * districts; what is traded as scrap. Reference data, read from files into memory at start; only materials have later
 * editions, which officers publish. Owns the schema catalog.
 */
@NullMarked
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"kernel", "http", "identity"})
package io.xunshi.platform.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
