/**
 * What people say to each other and are told: conversations about a listing, price offers, notifications, and the live
 * events that keep open pages current. Owns the schema messaging. It reacts to listings and orders, and places an order
 * where two have agreed on a price; later modules have people told through
 * {@link io.xunshi.platform.messaging.Notices}. What people write is stored encrypted, is in no event and in no log.
 */
@NullMarked
@ApplicationModule(
        displayName = "Messaging",
        allowedDependencies = {"kernel", "events", "http", "identity", "media", "listing", "order", "consignment"})
package io.xunshi.platform.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
