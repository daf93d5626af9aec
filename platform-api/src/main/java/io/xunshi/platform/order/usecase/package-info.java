/** What people and timers do with purchases. */
@NullMarked
package io.xunshi.platform.order.usecase;

import org.jspecify.annotations.NullMarked;
