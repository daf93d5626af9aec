/** Noting what other modules tell. */
@NullMarked
package io.xunshi.platform.surveillance.reaction;

import org.jspecify.annotations.NullMarked;
