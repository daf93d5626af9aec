/** Replies in their table. */
@NullMarked
package io.xunshi.platform.counterparty.storage;

import org.jspecify.annotations.NullMarked;
