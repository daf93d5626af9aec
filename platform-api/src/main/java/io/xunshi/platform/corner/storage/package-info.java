/** The schema corner in SQL. */
@NullMarked
package io.xunshi.platform.corner.storage;

import org.jspecify.annotations.NullMarked;
