/** Checks a whole log from outside. */
@NullMarked
package io.xunshi.transparency.verify;

import org.jspecify.annotations.NullMarked;
