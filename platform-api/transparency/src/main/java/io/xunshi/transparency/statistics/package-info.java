/** Figures as a pure fold over the records. */
@NullMarked
package io.xunshi.transparency.statistics;

import org.jspecify.annotations.NullMarked;
