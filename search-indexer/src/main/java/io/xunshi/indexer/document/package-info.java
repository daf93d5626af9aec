/** From a message to what Elasticsearch stores; pure. */
@NullMarked
package io.xunshi.indexer.document;

import org.jspecify.annotations.NullMarked;
