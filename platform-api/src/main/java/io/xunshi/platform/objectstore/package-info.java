/** Files by key in an S3 store: photos, log tiles. Owns no table; each module keeps to a prefix of its own. */
@NullMarked
@ApplicationModule(displayName = "Object store", allowedDependencies = "kernel")
package io.xunshi.platform.objectstore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
