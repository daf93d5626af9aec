/** Organisations in PostgreSQL. */
@NullMarked
package io.xunshi.platform.organisation.storage;

import org.jspecify.annotations.NullMarked;
