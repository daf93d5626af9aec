/** Wanted posts and their answers in PostgreSQL. */
@NullMarked
package io.xunshi.platform.wanted.storage;

import org.jspecify.annotations.NullMarked;
