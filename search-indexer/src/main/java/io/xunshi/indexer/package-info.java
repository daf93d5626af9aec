/**
 * Keeps the search index equal to what platform-api says: reads messages from a Redis Stream and writes them into
 * Elasticsearch. Any number of replicas share the stream; whatever comes late, twice or out of order ends the same,
 * because every write carries the listing's version. Holds no state of its own.
 */
@NullMarked
package io.xunshi.indexer;

import org.jspecify.annotations.NullMarked;
