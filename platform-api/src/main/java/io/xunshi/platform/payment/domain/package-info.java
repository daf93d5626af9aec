/** Entries that balance, and what to do next with a payment. */
@NullMarked
package io.xunshi.platform.payment.domain;

import org.jspecify.annotations.NullMarked;
