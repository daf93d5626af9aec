/**
 * What goods there are and how they are described: the category tree with typed attributes, condition grades (成色),
 * districts. Reference data, read from files into memory at start and never changed while running; owns no table.
 */
@NullMarked
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"kernel", "http"})
package io.xunshi.platform.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
