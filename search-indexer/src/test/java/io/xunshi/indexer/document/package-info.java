/** What messages are understood as. */
@NullMarked
package io.xunshi.indexer.document;

import org.jspecify.annotations.NullMarked;
