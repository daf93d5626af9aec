/**
 * How good the search is: a judged set of listings and queries, asked through the server's own query and the indexer's
 * own documents, beside what Elasticsearch does without us. No part of the server knows of it.
 */
@NullMarked
package io.xunshi.quality;

import org.jspecify.annotations.NullMarked;
