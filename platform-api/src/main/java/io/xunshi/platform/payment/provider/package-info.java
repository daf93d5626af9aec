/** The payment provider, by Stripe's wire protocol. */
@NullMarked
package io.xunshi.platform.payment.provider;

import org.jspecify.annotations.NullMarked;
