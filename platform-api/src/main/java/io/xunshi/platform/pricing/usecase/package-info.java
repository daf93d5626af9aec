/** What can be done with reference prices and formulas. */
@NullMarked
package io.xunshi.platform.pricing.usecase;

import org.jspecify.annotations.NullMarked;
