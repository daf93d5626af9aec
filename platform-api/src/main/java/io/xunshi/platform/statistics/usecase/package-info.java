/** Folding the log. */
@NullMarked
package io.xunshi.platform.statistics.usecase;

import org.jspecify.annotations.NullMarked;
