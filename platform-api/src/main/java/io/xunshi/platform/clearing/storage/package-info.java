/** Bills in their tables. */
@NullMarked
package io.xunshi.platform.clearing.storage;

import org.jspecify.annotations.NullMarked;
