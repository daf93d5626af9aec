/** What can be done with auctions. */
@NullMarked
package io.xunshi.platform.auction.usecase;

import org.jspecify.annotations.NullMarked;
