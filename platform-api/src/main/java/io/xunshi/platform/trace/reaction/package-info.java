/** What is recorded of a trade. */
@NullMarked
package io.xunshi.platform.trace.reaction;

import org.jspecify.annotations.NullMarked;
