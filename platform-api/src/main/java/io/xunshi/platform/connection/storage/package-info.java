/** Bills in their tables. */
@NullMarked
package io.xunshi.platform.connection.storage;

import org.jspecify.annotations.NullMarked;
