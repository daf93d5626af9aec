/**
 * Second-hand goods on offer. The item is the thing; a listing is an offer over it; a hold is a promise of it to one
 * person. Owns the schema listing and with it the one lock on every item: nothing is promised twice.
 */
@NullMarked
@ApplicationModule(
        displayName = "Listings",
        allowedDependencies = {"kernel", "events", "http", "identity", "catalog", "media", "regulation", "vehicle"})
package io.xunshi.platform.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
