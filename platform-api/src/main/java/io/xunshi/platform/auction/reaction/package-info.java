/** What auctions do on other modules' news. */
@NullMarked
package io.xunshi.platform.auction.reaction;

import org.jspecify.annotations.NullMarked;
