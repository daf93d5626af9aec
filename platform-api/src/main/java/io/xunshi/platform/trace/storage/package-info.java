/** Entries, checkpoints and salts in PostgreSQL. */
@NullMarked
package io.xunshi.platform.trace.storage;

import org.jspecify.annotations.NullMarked;
