/** Elasticsearch, and the Redis stream to the indexer. */
@NullMarked
package io.xunshi.platform.search.storage;

import org.jspecify.annotations.NullMarked;
