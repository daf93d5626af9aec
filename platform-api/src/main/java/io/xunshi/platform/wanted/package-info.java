/**
 * What people look for (求购): wanted posts, who answers them, and the moderators' look at them. Owns the schema wanted.
 * What a post looks for is tried on listings by {@link io.xunshi.platform.interest.Watches}; an answer is a
 * conversation in messaging. It holds and moves nothing: no item, no money.
 */
@NullMarked
@ApplicationModule(
        displayName = "Wanted",
        allowedDependencies = {
            "kernel",
            "http",
            "identity",
            "catalog",
            "regulation",
            "listing",
            "search",
            "messaging",
            "interest"
        })
package io.xunshi.platform.wanted;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
