/**
 * How the market's search reads Chinese: Lucene's smartcn refined by a dictionary of second-hand words, synonyms at
 * query time, pinyin, and folding of width, case and traditional characters. An Elasticsearch stable plugin: it uses
 * nothing of the server but its public plugin interface and Lucene.
 */
@NullMarked
package io.xunshi.analysis;

import org.jspecify.annotations.NullMarked;
