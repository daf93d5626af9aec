/** The Redis side: the consumer group, recovery of what others left, dead letters. */
@NullMarked
package io.xunshi.indexer.stream;

import org.jspecify.annotations.NullMarked;
