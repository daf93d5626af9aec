/**
 * What people are told: conversations about a listing, notifications, and the live events that keep open pages current.
 * Owns the schema messaging. An observer: it reacts to listings and orders and is depended on by nobody. What people
 * write is stored encrypted, is in no event and in no log.
 */
@NullMarked
@ApplicationModule(
        displayName = "Messaging",
        allowedDependencies = {"kernel", "events", "http", "identity", "media", "listing", "order", "consignment"})
package io.xunshi.platform.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
