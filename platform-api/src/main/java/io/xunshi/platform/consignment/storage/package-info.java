/** Points, agreements, tills and statements in PostgreSQL. */
@NullMarked
package io.xunshi.platform.consignment.storage;

import org.jspecify.annotations.NullMarked;
