/** Keeping what is said of vehicles. */
@NullMarked
package io.xunshi.platform.vehicle.usecase;

import org.jspecify.annotations.NullMarked;
