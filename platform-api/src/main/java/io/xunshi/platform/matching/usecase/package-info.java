/** Telling traders of what fits, and of what their searches find. */
@NullMarked
package io.xunshi.platform.matching.usecase;

import org.jspecify.annotations.NullMarked;
