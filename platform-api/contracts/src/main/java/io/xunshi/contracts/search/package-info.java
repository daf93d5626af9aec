/** Messages that platform-api puts on the search stream and search-indexer reads. Fields are added, never renamed. */
@NullMarked
package io.xunshi.contracts.search;

import org.jspecify.annotations.NullMarked;
