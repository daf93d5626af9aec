/**
 * What people keep an eye on: saved items (收藏), saved searches (订阅搜索), sellers they follow (关注), what they looked at
 * (看过), and the home feed that is made of it. Owns the schema interest, all of it private and keyed by account. It
 * reacts to listings and orders, and tries what later modules look for on new listings, through
 * {@link io.xunshi.platform.interest.Watches}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Interest",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "identity",
            "catalog",
            "listing",
            "order",
            "search",
            "messaging"
        })
package io.xunshi.platform.interest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
