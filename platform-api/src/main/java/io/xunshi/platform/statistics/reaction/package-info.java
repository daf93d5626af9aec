/** Observing what deals are settled at. */
@NullMarked
package io.xunshi.platform.statistics.reaction;

import org.jspecify.annotations.NullMarked;
