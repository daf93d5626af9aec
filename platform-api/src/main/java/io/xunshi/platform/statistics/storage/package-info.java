/** Observations and publications in PostgreSQL. */
@NullMarked
package io.xunshi.platform.statistics.storage;

import org.jspecify.annotations.NullMarked;
