/** Rows of the schema custody. */
@NullMarked
package io.xunshi.platform.custody.storage;

import org.jspecify.annotations.NullMarked;
