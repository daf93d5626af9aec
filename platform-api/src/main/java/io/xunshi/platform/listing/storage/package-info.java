/** Items, listings and holds in PostgreSQL. */
@NullMarked
package io.xunshi.platform.listing.storage;

import org.jspecify.annotations.NullMarked;
