/** Booking and certifying. */
@NullMarked
package io.xunshi.platform.appraisal.usecase;

import org.jspecify.annotations.NullMarked;
