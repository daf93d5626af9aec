/** Auctions, deposits and bids in PostgreSQL; what replicas call out through Redis. */
@NullMarked
package io.xunshi.platform.auction.storage;

import org.jspecify.annotations.NullMarked;
