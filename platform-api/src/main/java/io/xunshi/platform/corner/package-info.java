/**
 * Book corners of schools (校园图书角): books by ISBN, credits in place of money, loans, classes and terms, and readers of
 * whom nothing is known but a card's code, the class and that a guardian has consented. Owns the schema corner. Moves
 * no money and holds no listing, so it needs none of the modules that do.
 */
@NullMarked
@ApplicationModule(
        displayName = "Book corners",
        allowedDependencies = {"kernel", "events", "http", "identity", "audit", "catalog"})
package io.xunshi.platform.corner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
