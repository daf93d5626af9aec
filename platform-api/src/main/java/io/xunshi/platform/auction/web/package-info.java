/** Auctions over HTTP. */
@NullMarked
package io.xunshi.platform.auction.web;

import org.jspecify.annotations.NullMarked;
