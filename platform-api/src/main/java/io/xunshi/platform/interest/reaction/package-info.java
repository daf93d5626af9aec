/** What savers, followers and subscribers learn from the news of other modules. */
@NullMarked
package io.xunshi.platform.interest.reaction;

import org.jspecify.annotations.NullMarked;
