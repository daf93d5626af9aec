/**
 * Purpose-bound access (目的限定查阅): an officer declares what for before seeing personal data, every look is recorded for
 * good, a second officer reviews it, and the person learns of it. Owns the schema purpose. Modules that show personal
 * data to officers record each look here first; trace seals it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Purpose-bound access",
        allowedDependencies = {"kernel", "events", "http", "identity"})
package io.xunshi.platform.purpose;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
