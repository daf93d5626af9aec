/**
 * What people are told: conversations about a listing, notifications, and the live events that keep open pages current.
 * Owns the schema messaging. It reacts to listings and orders; later modules have people told through
 * {@link io.xunshi.platform.messaging.Notices}. What people write is stored encrypted, is in no event and in no log.
 */
@NullMarked
@ApplicationModule(
        displayName = "Messaging",
        allowedDependencies = {"kernel", "events", "http", "identity", "media", "listing", "order"})
package io.xunshi.platform.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
