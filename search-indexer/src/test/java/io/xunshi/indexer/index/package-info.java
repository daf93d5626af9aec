/** What the answers of Elasticsearch mean. */
@NullMarked
package io.xunshi.indexer.index;

import org.jspecify.annotations.NullMarked;
