/** What the index learns from news about listings. */
@NullMarked
package io.xunshi.platform.search.reaction;

import org.jspecify.annotations.NullMarked;
