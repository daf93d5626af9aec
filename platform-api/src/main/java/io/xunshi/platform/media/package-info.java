/**
 * Photos: uploaded straight to the object store, checked by content, re-encoded, served in several sizes. Owns the
 * schema media and the keys originals/ and photos/. An original is never served: only what we encoded ourselves leaves
 * the house.
 */
@NullMarked
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {"kernel", "http", "objectstore", "identity"})
package io.xunshi.platform.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
