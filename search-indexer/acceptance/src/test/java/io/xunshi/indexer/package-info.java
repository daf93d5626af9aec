/** The indexer against real servers. */
@NullMarked
package io.xunshi.indexer;

import org.jspecify.annotations.NullMarked;
