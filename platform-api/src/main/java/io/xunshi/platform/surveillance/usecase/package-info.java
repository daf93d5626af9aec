/** Noting facts, judging them, working on cases. */
@NullMarked
package io.xunshi.platform.surveillance.usecase;

import org.jspecify.annotations.NullMarked;
