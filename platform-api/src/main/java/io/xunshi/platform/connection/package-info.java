/**
 * How other systems of organisations take part (系统对接): machine clients with their secrets and access tokens, which act
 * through the same API as people, and webhooks, by which systems hear of what concerns their organisation. Owns the
 * schema connection. Decides nothing about trades: a machine is a member of its organisation, and is asked for roles
 * and licences as any other.
 */
@NullMarked
@ApplicationModule(
        displayName = "Connections",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "identity",
            "organisation",
            "exchange",
            "deal",
            "auction",
            "tender",
            "fulfilment",
            "clearing",
            "payment",
            "matching",
            "messaging"
        })
package io.xunshi.platform.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
