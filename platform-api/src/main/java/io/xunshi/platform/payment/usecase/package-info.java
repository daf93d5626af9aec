/** What can be done with money. */
@NullMarked
package io.xunshi.platform.payment.usecase;

import org.jspecify.annotations.NullMarked;
