/** The Elasticsearch side: template, first index, bulk writes. */
@NullMarked
package io.xunshi.indexer.index;

import org.jspecify.annotations.NullMarked;
