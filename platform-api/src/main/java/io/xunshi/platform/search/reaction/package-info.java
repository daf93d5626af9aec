/** What the indices learn from news about listings, lots and demands. */
@NullMarked
package io.xunshi.platform.search.reaction;

import org.jspecify.annotations.NullMarked;
