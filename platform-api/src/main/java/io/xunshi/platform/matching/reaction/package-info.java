/** What is told on news of lots and demands. */
@NullMarked
package io.xunshi.platform.matching.reaction;

import org.jspecify.annotations.NullMarked;
