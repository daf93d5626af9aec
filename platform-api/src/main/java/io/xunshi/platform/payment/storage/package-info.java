/** Payments and the ledger in PostgreSQL. */
@NullMarked
package io.xunshi.platform.payment.storage;

import org.jspecify.annotations.NullMarked;
