/** What can be done about market days: one class each. */
@NullMarked
package io.xunshi.platform.marketday.usecase;

import org.jspecify.annotations.NullMarked;
