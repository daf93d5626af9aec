/** Series and fixings in PostgreSQL. */
@NullMarked
package io.xunshi.platform.pricing.storage;

import org.jspecify.annotations.NullMarked;
