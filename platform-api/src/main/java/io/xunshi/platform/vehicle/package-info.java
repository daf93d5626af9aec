/**
 * What must be known of a vehicle beside its condition: what its number says of it, which papers change hands with it,
 * and how far it has gone. Knows items by their ids and no listing; who asks has checked whose the thing is. Owns the
 * schema vehicle.
 */
@NullMarked
@ApplicationModule(
        displayName = "Vehicles",
        allowedDependencies = {"kernel", "http", "identity", "catalog", "regulation"})
package io.xunshi.platform.vehicle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
