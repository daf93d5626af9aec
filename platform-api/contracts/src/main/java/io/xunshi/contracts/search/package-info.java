/**
 * What platform-api and search-indexer agree on: the messages on the search stream, and the names of stream and
 * indices. Fields are added, never renamed or given another type; a new meaning is a new message.
 */
@NullMarked
package io.xunshi.contracts.search;

import org.jspecify.annotations.NullMarked;
