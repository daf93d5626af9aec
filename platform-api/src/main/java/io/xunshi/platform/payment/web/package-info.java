/** Balances, payouts and the provider's webhook over HTTP. */
@NullMarked
package io.xunshi.platform.payment.web;

import org.jspecify.annotations.NullMarked;
