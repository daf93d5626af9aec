/** Judging goods, and keeping what must be known of devices. */
@NullMarked
package io.xunshi.platform.regulation.usecase;

import org.jspecify.annotations.NullMarked;
