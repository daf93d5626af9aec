/** Purchases in PostgreSQL. */
@NullMarked
package io.xunshi.platform.order.storage;

import org.jspecify.annotations.NullMarked;
