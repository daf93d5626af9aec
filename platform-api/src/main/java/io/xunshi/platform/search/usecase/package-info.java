/** Searching, suggesting, feeding and rebuilding the index. */
@NullMarked
package io.xunshi.platform.search.usecase;

import org.jspecify.annotations.NullMarked;
