/**
 * Prices made at auction (拍卖竞价): the English auction with proxies and a late-bid extension, the Dutch clock, the
 * multi-unit Yankee auction, sealed bids by commitment and reveal. Every way is a pure function of its terms and of
 * what was bid in which order, so that anybody who has the public record gets the same winner and the same price. Owns
 * the schema auction. Announces bids and steps. Knows bidders by paddle numbers to everybody but themselves.
 */
@NullMarked
@ApplicationModule(
        displayName = "Auctions",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "audit",
            "identity",
            "payment",
            "organisation",
            "exchange",
            "deal",
            "messaging"
        })
package io.xunshi.platform.auction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
