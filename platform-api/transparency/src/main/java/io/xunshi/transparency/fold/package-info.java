/** All that is folded from the log, as a whole and in parts that are put together. */
@NullMarked
package io.xunshi.transparency.fold;

import org.jspecify.annotations.NullMarked;
