/**
 * Parcels: what they cost to send, to whom they go, and where they are. A tariff with versions prices them; a carrier
 * behind a port carries them and is asked where they are, its webhooks being only hints. Owns the schema shipping. It
 * knows nothing of what is in a parcel, and moves no money.
 */
@NullMarked
@ApplicationModule(
        displayName = "Shipping",
        allowedDependencies = {"kernel", "events", "http", "identity"})
package io.xunshi.platform.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
