/**
 * Organisations (企业): who they are, which licences they hold, who acts for them, who controls whom, and from that who
 * may trade what. Owns the schema organisation. Announces approved and expired licences. Never trades itself: other
 * modules ask its gate at every step of a deal, because a licence may end in between.
 */
@NullMarked
@ApplicationModule(
        displayName = "Organisations",
        allowedDependencies = {
            "kernel",
            "events",
            "http",
            "identity",
            "purpose",
            "audit",
            "catalog",
            "media",
            "messaging"
        })
package io.xunshi.platform.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
